using Microsoft.AspNetCore.Builder;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.DependencyInjection;
using Relais.Kernel.Time;
using Relais.Tests.Infrastructure;
using Relais.Web.Hosting;

namespace Relais.Bench.Needs;

/// <summary>The whole platform on a throw-away database, with its workers at rest and a clock that can be set.</summary>
internal sealed class Platform(WebApplication app, string engine)
{
    public string Engine => engine;

    public IServiceProvider Services => app.Services;

    public SettableClock Clock => (SettableClock)app.Services.GetRequiredService<TimeProvider>();

    /// <summary>On SQLite, then on PostgreSQL, which waits for the disk at each commit as in production.</summary>
    public static async Task OnEachEngineAsync(Func<Platform, Task> measure)
    {
        await OnSqliteAsync(measure);
        await using var cluster = await PostgresCluster.StartAsync(durable: true);
        await RunAsync("PostgreSQL", await cluster.CreateDatabaseAsync(), measure);
    }

    public static async Task OnSqliteAsync(Func<Platform, Task> measure)
    {
        Environment.SetEnvironmentVariable("RELAIS_TEST_MODE", "1");
        var folder = Directory.CreateTempSubdirectory("relais-bench-");
        await RunAsync("SQLite", $"Data Source={Path.Combine(folder.FullName, "relais.db")}", measure);
        SqliteConnection.ClearAllPools();
        folder.Delete(recursive: true);
    }

    /// <summary>Does the work as a request would: with services of its own.</summary>
    public async Task<T> WithAsync<TService, T>(Func<TService, Task<T>> work)
        where TService : notnull
    {
        await using var scope = app.Services.CreateAsyncScope();
        return await work(scope.ServiceProvider.GetRequiredService<TService>());
    }

    private static async Task RunAsync(string engine, string connectionString, Func<Platform, Task> measure)
    {
        string[] settings = [$"--ConnectionStrings:Relais={connectionString}", "--Workers:Enabled=false", "--Logging:LogLevel:Default=Warning"];
        await using var app = RelaisApp.Build(settings, listens: false);
        await RelaisApp.PrepareAsync(app, CancellationToken.None);
        await measure(new Platform(app, engine));
    }
}
