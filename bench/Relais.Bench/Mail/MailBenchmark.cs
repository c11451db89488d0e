using System.Diagnostics;
using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Relais.Kernel;
using Relais.Kernel.Data;
using Relais.Kernel.Messages;
using Relais.Kernel.Rules;
using Relais.Tests.Infrastructure;

namespace Relais.Bench.Mail;

/// <summary>
/// One worker with one message in flight, as in production: each letter is written at sending after reading its state
/// again, and recorded as sent after the 250 of the server and before the next one. PostgreSQL waits for the disk at each
/// commit. The server is that of npm, in a process of its own on the same machine.
/// </summary>
internal sealed class MailBenchmark : IBenchmark
{
    private const int Messages = 3000;
    private const int Runs = 5;

    public string Name => "mail";

    public string Question => "how many messages a second does one worker send to a real SMTP server?";

    public async Task RunAsync()
    {
        await using var server = await SmtpProcess.StartAsync();
        var file = Path.Combine(Path.GetTempPath(), $"relais-bench-{Guid.CreateVersion7():N}.db");
        await MeasureAsync("SQLite", $"Data Source={file}", server.Port);
        foreach (var leftover in Directory.GetFiles(Path.GetTempPath(), $"{Path.GetFileName(file)}*"))
        {
            File.Delete(leftover);
        }

        await using var cluster = await PostgresCluster.StartAsync(durable: true);
        await MeasureAsync("PostgreSQL", await cluster.CreateDatabaseAsync(), server.Port);
    }

    private static async Task MeasureAsync(string engine, string connectionString, int port)
    {
        using var host = Build(connectionString, port);
        await host.Services.GetRequiredService<Migrator>().MigrateAsync();
        await using (var scope = host.Services.CreateAsyncScope())
        {
            await scope.ServiceProvider.GetRequiredService<DatedRuleFiles>().RecordAsync(CancellationToken.None);
        }

        await host.StartAsync();
        await RunOnceAsync(host, Messages / 3);

        var rates = new List<double>();
        var processor = Environment.CpuUsage.TotalTime;
        for (var run = 0; run < Runs; run++)
        {
            rates.Add(await RunOnceAsync(host, Messages));
        }

        var each = (Environment.CpuUsage.TotalTime - processor).TotalMilliseconds / (Runs * Messages);
        await host.StopAsync();
        using var process = Process.GetCurrentProcess();
        Console.WriteLine(string.Create(
            CultureInfo.InvariantCulture,
            $"{engine,-11} {Figures.Spread(rates, "messages/s")}, {each:0.00} ms of processor a message, {Figures.Megabytes(process.WorkingSet64)} of memory, {Messages} messages a run"));
    }

    private static async Task<double> RunOnceAsync(IHost host, int count)
    {
        await using var scope = host.Services.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<RelaisDb>();
        var outbox = scope.ServiceProvider.GetRequiredService<Outbox>();
        for (var index = 0; index < count; index++)
        {
            outbox.Add(Guid.CreateVersion7(), new Call(index));
        }

        await db.SaveChangesAsync();
        while (await db.Set<Message>().AnyAsync(message => message.State == MessageState.Waiting || message.State == MessageState.Sending))
        {
            await Task.Delay(200);
        }

        var times = await db.Set<Message>().OrderByDescending(message => message.SentAt).Take(count).Select(message => message.SentAt!.Value).ToListAsync();
        return count / (times[0] - times[^1]).TotalSeconds;
    }

    private static IHost Build(string connectionString, int port)
    {
        var builder = Host.CreateApplicationBuilder();
        builder.Configuration.AddInMemoryCollection(new Dictionary<string, string?>(StringComparer.Ordinal)
        {
            ["Mail:Host"] = "127.0.0.1",
            ["Mail:Port"] = port.ToString(CultureInfo.InvariantCulture),
            ["Mail:Security"] = "None",
            ["Mail:From"] = "relais@exemple.fr",
        });
        builder.Logging.SetMinimumLevel(LogLevel.Warning);
        builder.Services.AddDatabase<RelaisDb>(Database.Main, connectionString);
        builder.Services.AddKernel();
        builder.Services.AddSingleton<IRecipientDirectory, Everybody>();
        builder.Services.AddMessage<Call, CallTemplate>();
        return builder.Build();
    }
}
