using System.Data.Common;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace Relais.Kernel.Data;

/// <summary>
/// SQLite reads the file through memory that all connections share: by default each keeps two megabytes for itself, and
/// forgets them whenever another one writes. A commit waits for the disk, however the library was built.
/// </summary>
internal sealed class SharedPages : DbConnectionInterceptor
{
    private const string MapTheFile = "PRAGMA mmap_size = 268435456; PRAGMA synchronous = FULL";

    public static SharedPages Instance { get; } = new();

    public override void ConnectionOpened(DbConnection connection, ConnectionEndEventData eventData)
    {
        using var command = connection.CreateCommand();
        command.CommandText = MapTheFile;
        command.ExecuteNonQuery();
    }

    public override async Task ConnectionOpenedAsync(DbConnection connection, ConnectionEndEventData eventData, CancellationToken cancellationToken = default)
    {
        await using var command = connection.CreateCommand();
        command.CommandText = MapTheFile;
        await command.ExecuteNonQueryAsync(cancellationToken);
    }
}
