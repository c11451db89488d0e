using Microsoft.Data.Sqlite;

namespace Relais.Tests.Infrastructure;

/// <summary>The demonstration, invented once for the whole run after its first waves have left, and copied for each test.</summary>
internal static class DemonstratedDatabase
{
    private static readonly SemaphoreSlim Making = new(1);
    private static string? _file;

    public static async Task CopyToAsync(string file)
    {
        await Making.WaitAsync();
        try
        {
            _file ??= await MakeAsync();
        }
        finally
        {
            Making.Release();
        }

        File.Copy(_file, file);
    }

    private static async Task<string> MakeAsync()
    {
        var file = Path.Combine(Path.GetTempPath(), $"relais-demonstrated-{Guid.NewGuid():N}.db");
        AppDomain.CurrentDomain.ProcessExit += (_, _) => File.Delete(file);
        await PreparedDatabase.CopyToAsync(file);
        await using (var node = new Node($"Data Source={file};Pooling=False"))
        {
            await Demonstrated.SeedAsync(node);
            await PreparedDatabase.RestAsync(node);
        }

        await using var connection = new SqliteConnection($"Data Source={file};Pooling=False");
        await connection.OpenAsync();
        await using var command = connection.CreateCommand();
        command.CommandText = "PRAGMA wal_checkpoint(TRUNCATE)";
        await command.ExecuteNonQueryAsync();
        return file;
    }
}
