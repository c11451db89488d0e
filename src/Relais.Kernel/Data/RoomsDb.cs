using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage.ValueConversion;
using Relais.Kernel.Identifiers;

namespace Relais.Kernel.Data;

/// <summary>
/// A unit of work on one named database. Entities are internal to their room, so a room can only query its own:
/// <c>db.Set&lt;Volunteer&gt;()</c> does not compile anywhere else.
/// </summary>
public abstract class RoomsDb(DbContextOptions options, Database database) : DbContext(options)
{
    internal const string SortableInstantFormat = "yyyy-MM-dd'T'HH:mm:ss.ffffff'Z'";

    public Engine Engine => database.Engine;

    internal string Rooms => database.RoomsKey;

    /// <summary>An instant as hand-written SQL must pass it to the engine in use.</summary>
    public object Parameter(DateTimeOffset instant) => Engine is Engine.Sqlite
        ? instant.UtcDateTime.ToString(SortableInstantFormat, CultureInfo.InvariantCulture)
        : instant.ToUniversalTime();

    /// <summary>
    /// Runs the work as one transaction and commits it. Work that is already in a transaction joins it. A conflict that
    /// the engine asks to retry (deadlock, serialisation, busy file) runs the work again on a clean unit of work, so the
    /// work must read what it decides on inside.
    /// </summary>
    public Task<T> InTransactionAsync<T>(Func<Task<T>> work, CancellationToken cancellation) =>
        Database.CurrentTransaction is null ? WriteTransaction.RunAsync(this, database, work, cancellation) : work();

    public Task InTransactionAsync(Func<Task> work, CancellationToken cancellation) =>
        InTransactionAsync(
            async () =>
            {
                await work();
                return true;
            },
            cancellation);

    public override async Task<int> SaveChangesAsync(bool acceptAllChangesOnSuccess, CancellationToken cancellationToken = default)
    {
        if (Database.CurrentTransaction is not null)
        {
            return await base.SaveChangesAsync(acceptAllChangesOnSuccess, cancellationToken);
        }

        using var turn = await WriteGate.EnterAsync(database, cancellationToken);
        return await base.SaveChangesAsync(acceptAllChangesOnSuccess, cancellationToken);
    }

    protected override void ConfigureConventions(ModelConfigurationBuilder configurationBuilder)
    {
        ArgumentNullException.ThrowIfNull(configurationBuilder);
        configurationBuilder.Properties<Enum>().HaveConversion<string>();
        configurationBuilder.UseStrongIds(database.Modules.Select(module => module.Assembly));
        configurationBuilder.StoreIdentifiersAsText();

        if (Engine is Engine.Sqlite)
        {
            configurationBuilder.Properties<DateTimeOffset>().HaveConversion<SortableInstant>();
        }
        else
        {
            configurationBuilder.Properties<DateTimeOffset>().HaveConversion<UtcInstant>();
        }
    }

    protected override void OnModelCreating(ModelBuilder modelBuilder)
    {
        ArgumentNullException.ThrowIfNull(modelBuilder);
        foreach (var module in database.Modules)
        {
            modelBuilder.ApplyConfigurationsFromAssembly(module.Assembly);
        }

        modelBuilder.UseSnakeCase();
    }

    /// <summary>SQLite has no instant type: fixed-width UTC text sorts and compares like the instant itself.</summary>
    private sealed class SortableInstant() : ValueConverter<DateTimeOffset, string>(
        instant => instant.UtcDateTime.ToString(SortableInstantFormat, CultureInfo.InvariantCulture),
        text => DateTimeOffset.ParseExact(text, SortableInstantFormat, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal));

    private sealed class UtcInstant() : ValueConverter<DateTimeOffset, DateTimeOffset>(
        instant => instant.ToUniversalTime(),
        instant => instant);
}

/// <summary>The unit of work on the main database.</summary>
public sealed class RelaisDb(DbContextOptions<RelaisDb> options, DatabaseCatalog databases)
    : RoomsDb(options, databases[Data.Database.Main]);
