using Microsoft.Data.Sqlite;
using Npgsql;
using Relais.Kernel.Data;
using Relais.Tests.Commands;
using Relais.Tests.Infrastructure;

namespace Relais.Tests.Kernel;

public sealed class DurableSettingsTests(PostgresServer postgres)
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("PRAGMA synchronous = OFF", "synchronous is not FULL")]
    [InlineData("PRAGMA synchronous = NORMAL", "synchronous is not FULL")]
    [InlineData("PRAGMA journal_mode = MEMORY", "journal_mode is memory")]
    [InlineData("PRAGMA journal_mode = OFF", "journal_mode is off")]
    public async Task A_file_that_forgets_is_recognised(string setting, string fault)
    {
        var file = Path.Combine(Path.GetTempPath(), $"relais-{Guid.NewGuid():N}.db");
        await using (var connection = new SqliteConnection($"Data Source={file};Pooling=False"))
        {
            await connection.OpenAsync(Cancellation);
            Assert.Empty(await DurableSettings.FaultsAsync(Engine.Sqlite, connection, Cancellation));
            await using var command = connection.CreateCommand();
#pragma warning disable CA2100 // Written above.
            command.CommandText = setting;
#pragma warning restore CA2100
            await command.ExecuteNonQueryAsync(Cancellation);

            Assert.Contains(fault, Assert.Single(await DurableSettings.FaultsAsync(Engine.Sqlite, connection, Cancellation)), StringComparison.Ordinal);
        }

        File.Delete(file);
    }

    [Fact]
    public async Task Production_does_not_start_on_a_database_in_memory()
    {
        var (code, output) = await ProgramProcess.RunAsync("serve", "--port", $"{ProgramProcess.FreePort()}", "--ConnectionStrings:Relais=Data Source=forgotten;Mode=Memory;Cache=Shared");

        Assert.Equal(2, code);
        Assert.Contains("without Mode=Memory", output, StringComparison.Ordinal);
    }

    [Theory, OnEveryEngine]
    public async Task Production_writes_wait_for_the_disk(Engine engine)
    {
        await using var installation = await Installation.CreateAsync(engine, postgres);
        var setting = engine is Engine.Postgres ? "SELECT current_setting('synchronous_commit') AS \"Value\"" : "SELECT CAST(synchronous AS text) AS \"Value\" FROM pragma_synchronous";

        var value = await installation.AddNode().WithDbAsync(db => Microsoft.EntityFrameworkCore.EntityFrameworkQueryableExtensions.SingleAsync(
            Microsoft.EntityFrameworkCore.RelationalDatabaseFacadeExtensions.SqlQueryRaw<string>(db.Database, setting), Cancellation));

        // The server of the tests forgets on purpose, and the program does not say otherwise: the server decides.
        Assert.Equal(engine is Engine.Postgres ? "off" : "2", value);
    }

    [Fact]
    public async Task Production_does_not_start_on_a_server_that_does_not_wait_for_the_disk()
    {
        Assert.SkipUnless(PostgresServer.IsInstalled, "PostgreSQL is not installed on this machine");
        var connectionString = await postgres.CreateDatabaseAsync();

        var (code, output) = await ProgramProcess.RunAsync("serve", "--port", $"{ProgramProcess.FreePort()}", $"--ConnectionStrings:Relais={connectionString}");

        Assert.Equal(2, code);
        Assert.Contains("fsync is off", output, StringComparison.Ordinal);
        Assert.Contains("full_page_writes is off", output, StringComparison.Ordinal);
        Assert.Contains("synchronous_commit is off", output, StringComparison.Ordinal);
        await postgres.DropDatabaseAsync(connectionString);
    }

    [Fact]
    public async Task One_database_of_a_durable_server_that_was_made_hasty_is_refused_until_it_is_put_right()
    {
        Assert.SkipUnless(PostgresServer.IsInstalled, "PostgreSQL is not installed on this machine");
        await using var cluster = await PostgresCluster.StartAsync(durable: true);
        var connectionString = await cluster.CreateDatabaseAsync();
        Assert.Empty(await FaultsAsync(connectionString));
        Assert.Single(await FaultsAsync($"{connectionString};Options=-c synchronous_commit=off"));
        var name = new NpgsqlConnectionStringBuilder(connectionString).Database;
        await ExecuteAsync(connectionString, $"ALTER DATABASE {name} SET synchronous_commit = off");

        var (code, output) = await ProgramProcess.RunAsync("worker", $"--ConnectionStrings:Relais={connectionString}");

        Assert.Equal(2, code);
        Assert.Contains("ALTER DATABASE", output, StringComparison.Ordinal);
        await ExecuteAsync(connectionString, $"ALTER DATABASE {name} RESET synchronous_commit");
        NpgsqlConnection.ClearAllPools();
        Assert.Empty(await FaultsAsync(connectionString));
    }

    private static async Task<IReadOnlyList<string>> FaultsAsync(string connectionString)
    {
        await using var connection = new NpgsqlConnection(connectionString);
        await connection.OpenAsync(Cancellation);
        return await DurableSettings.FaultsAsync(Engine.Postgres, connection, Cancellation);
    }

    private static async Task ExecuteAsync(string connectionString, string sql)
    {
        await using var connection = new NpgsqlConnection(connectionString);
        await connection.OpenAsync(Cancellation);
        await using var command = connection.CreateCommand();
#pragma warning disable CA2100 // Written above.
        command.CommandText = sql;
#pragma warning restore CA2100
        await command.ExecuteNonQueryAsync(Cancellation);
    }
}
