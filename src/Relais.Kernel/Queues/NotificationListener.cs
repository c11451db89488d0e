using Microsoft.Extensions.Hosting;
using Npgsql;
using Relais.Kernel.Data;

namespace Relais.Kernel.Queues;

/// <summary>Hears on PostgreSQL that a node committed work, and rings here.</summary>
internal sealed class NotificationListener(DatabaseCatalog databases, Alarm alarm) : BackgroundService
{
    private static readonly TimeSpan PauseAfterFailure = TimeSpan.FromSeconds(2);
    private readonly Database _database = databases[Database.Main];

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        if (_database.Engine is not Engine.Postgres)
        {
            return;
        }

        while (!stoppingToken.IsCancellationRequested)
        {
            try
            {
                await ListenAsync(stoppingToken);
            }
            catch (NpgsqlException)
            {
                await Task.Delay(PauseAfterFailure, stoppingToken);
            }
        }
    }

    private async Task ListenAsync(CancellationToken cancellation)
    {
        var settings = new NpgsqlConnectionStringBuilder(_database.ConnectionString) { Pooling = false, KeepAlive = 30 };
        await using var connection = new NpgsqlConnection(settings.ConnectionString);
        await connection.OpenAsync(cancellation);
        connection.Notification += (_, notification) => alarm.Ring(notification.Channel is "relais_job" ? QueueName.Job : QueueName.Message);

        await using var command = new NpgsqlCommand("LISTEN relais_job; LISTEN relais_message", connection);
        await command.ExecuteNonQueryAsync(cancellation);
        alarm.RingAll();

        while (true)
        {
            await connection.WaitAsync(cancellation);
        }
    }
}
