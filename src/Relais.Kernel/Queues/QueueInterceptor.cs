using System.Data.Common;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.ChangeTracking;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Microsoft.EntityFrameworkCore.Metadata;
using Microsoft.EntityFrameworkCore.Storage;

namespace Relais.Kernel.Queues;

/// <summary>
/// Completes a unit of work that adds to a queue: a row whose key is already there is passed over, in the same
/// transaction, and the workers of this node are woken once all is committed.
/// </summary>
internal sealed class QueueInterceptor(Alarm alarm) : SaveChangesInterceptor, IDbTransactionInterceptor
{
    private readonly HashSet<QueueName> _toRing = [];
    private IDbContextTransaction? _ownTransaction;

    public override async ValueTask<InterceptionResult<int>> SavingChangesAsync(
        DbContextEventData eventData, InterceptionResult<int> result, CancellationToken cancellationToken = default)
    {
        var db = eventData.Context!;
        foreach (var row in AddedRows(db))
        {
            _toRing.Add(row.Entity.Queue);
            if (row.Entity.OnceKey is not null)
            {
                _ownTransaction ??= db.Database.CurrentTransaction is null ? await db.Database.BeginTransactionAsync(cancellationToken) : null;
                await InsertUnlessThereAsync(db, row, cancellationToken);
                row.State = EntityState.Detached;
            }
        }

        return result;
    }

    public override async ValueTask<int> SavedChangesAsync(SaveChangesCompletedEventData eventData, int result, CancellationToken cancellationToken = default)
    {
        if (_ownTransaction is { } transaction)
        {
            _ownTransaction = null;
            await transaction.CommitAsync(cancellationToken);
            await transaction.DisposeAsync();
        }
        else if (eventData.Context!.Database.CurrentTransaction is null)
        {
            Ring();
        }

        return result;
    }

    public override async Task SaveChangesFailedAsync(DbContextErrorEventData eventData, CancellationToken cancellationToken = default)
    {
        _toRing.Clear();
        if (_ownTransaction is { } transaction)
        {
            _ownTransaction = null;
            await transaction.DisposeAsync();
        }
    }

    public Task TransactionCommittedAsync(DbTransaction transaction, TransactionEndEventData eventData, CancellationToken cancellationToken = default)
    {
        Ring();
        return Task.CompletedTask;
    }

    private void Ring()
    {
        foreach (var queue in _toRing)
        {
            alarm.Ring(queue);
        }

        _toRing.Clear();
    }

    /// <summary>Rows are always added by name, so what EF tracks already says it: no need to compare every other entity.</summary>
    private static List<EntityEntry<IQueued>> AddedRows(DbContext db)
    {
        var detects = db.ChangeTracker.AutoDetectChangesEnabled;
        db.ChangeTracker.AutoDetectChangesEnabled = false;
        try
        {
            return [.. db.ChangeTracker.Entries<IQueued>().Where(entry => entry.State is EntityState.Added)];
        }
        finally
        {
            db.ChangeTracker.AutoDetectChangesEnabled = detects;
        }
    }

    private static Task<int> InsertUnlessThereAsync(DbContext db, EntityEntry<IQueued> row, CancellationToken cancellation)
    {
        var properties = row.Metadata.GetProperties().ToList();
        var columns = string.Join(", ", properties.Select(property => property.GetColumnName()));
        var places = string.Join(", ", Enumerable.Range(0, properties.Count).Select(index => $"{{{index}}}"));
#pragma warning disable EF1002 // Table and columns are names of the model; values travel as parameters.
        return db.Database.ExecuteSqlRawAsync(
            $"INSERT INTO {row.Metadata.GetTableName()} ({columns}) VALUES ({places}) ON CONFLICT DO NOTHING",
            properties.Select(property => StoredValue(property, row.Property(property).CurrentValue)!),
            cancellation);
#pragma warning restore EF1002
    }

    private static object? StoredValue(IProperty property, object? value) =>
        value is not null && property.GetTypeMapping().Converter is { } converter ? converter.ConvertToProvider(value) : value;
}
