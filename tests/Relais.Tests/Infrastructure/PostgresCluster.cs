using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using Npgsql;

namespace Relais.Tests.Infrastructure;

/// <summary>A throw-away PostgreSQL server: no Docker, no configuration, gone at the end.</summary>
internal sealed class PostgresCluster : IAsyncDisposable
{
    private const string Hasty = "-c max_connections=500 -c fsync=off -c full_page_writes=off -c synchronous_commit=off -c max_wal_size=64MB -c min_wal_size=32MB -c wal_level=minimal -c max_wal_senders=0";
    private static readonly string? Binaries = FindBinaries();
    private readonly string _folder = Directory.CreateTempSubdirectory("relais-postgres-").FullName;
    private readonly int _port = FreePort();
    private int _databases;

    private PostgresCluster()
    {
    }

    public static bool IsInstalled => Binaries is not null;

    /// <param name="durable">Whether a commit waits for the disk, as in production; most tests need not.</param>
    public static async Task<PostgresCluster> StartAsync(bool durable)
    {
        var cluster = new PostgresCluster();
        if (Environment.IsPrivilegedProcess)
        {
            await RunAsync("chown", "postgres", cluster._folder);
        }

        await RunAsPostgresAsync("initdb", "--pgdata", $"{cluster._folder}/data", "--username", "relais", "--auth", "trust", "--no-sync", "--encoding", "UTF8");
        await RunAsPostgresAsync("pg_ctl", "--pgdata", $"{cluster._folder}/data", "--wait", "--log", $"{cluster._folder}/log",
            "--options", $"-p {cluster._port} -k {cluster._folder} -c listen_addresses=127.0.0.1 {(durable ? "" : Hasty)}", "start");
        return cluster;
    }

    /// <param name="template">The database to copy; none for an empty one.</param>
    public async Task<string> CreateDatabaseAsync(string template = "template1")
    {
        var name = $"relais_{Interlocked.Increment(ref _databases)}";
        await ExecuteAsync($"CREATE DATABASE {name} TEMPLATE {template} STRATEGY FILE_COPY");
        return ConnectionString(name);
    }

    /// <summary>A hundred and more copies of a database with all communes in it would fill a small disk.</summary>
    public Task DropDatabaseAsync(string connectionString)
    {
        var name = new NpgsqlConnectionStringBuilder(connectionString).Database;
        return ExecuteAsync($"DROP DATABASE {name} WITH (FORCE)");
    }

    public async ValueTask DisposeAsync()
    {
        await RunAsPostgresAsync("pg_ctl", "--pgdata", $"{_folder}/data", "--mode", "immediate", "stop");
        Directory.Delete(_folder, recursive: true);
    }

    private async Task ExecuteAsync(string sql)
    {
        await using var connection = new NpgsqlConnection(ConnectionString("postgres"));
        await connection.OpenAsync();
        await using var command = new NpgsqlCommand(sql, connection);
        await command.ExecuteNonQueryAsync();
    }

    private string ConnectionString(string database) =>
        $"Host=127.0.0.1;Port={_port};Username=relais;Database={database};Maximum Pool Size=20;Connection Idle Lifetime=4;Connection Pruning Interval=2";

    private static string? FindBinaries()
    {
        string[] onPath = (Environment.GetEnvironmentVariable("PATH") ?? "").Split(':');
        string[] debian = Directory.Exists("/usr/lib/postgresql") ? Directory.GetDirectories("/usr/lib/postgresql") : [];
        return onPath.Concat(debian.Select(version => $"{version}/bin")).FirstOrDefault(folder =>
            File.Exists($"{folder}/initdb") && File.Exists($"{folder}/pg_ctl"));
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }

    /// <summary>PostgreSQL refuses to run as root, which is who a container often is.</summary>
    private static Task RunAsPostgresAsync(string program, params string[] arguments) => Environment.IsPrivilegedProcess
        ? RunAsync("runuser", ["-u", "postgres", "--", $"{Binaries}/{program}", .. arguments])
        : RunAsync($"{Binaries}/{program}", arguments);

    private static async Task RunAsync(string program, params string[] arguments)
    {
        using var process = Process.Start(new ProcessStartInfo(program, arguments) { WorkingDirectory = "/", UseShellExecute = false, RedirectStandardOutput = true, RedirectStandardError = true })!;
        var errors = process.StandardError.ReadToEndAsync();
        await process.WaitForExitAsync();
        if (process.ExitCode != 0)
        {
            throw new InvalidOperationException($"{program} {string.Join(' ', arguments)} ended with {process.ExitCode}: {await errors}");
        }
    }
}
