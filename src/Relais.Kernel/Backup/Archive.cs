using System.IO.Compression;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace Relais.Kernel.Backup;

/// <summary>How the parts of an archive are called, and how one is opened.</summary>
internal static class Archive
{
    public const string Manifest = "manifest.json";

    public static JsonSerializerOptions Json { get; } = new(JsonSerializerDefaults.Web) { WriteIndented = true, Converters = { new JsonStringEnumConverter() } };

    public static string EntryOf(string database) => $"{database}.sqlite";

    public static string EntryOf(string database, SavedTable table) => $"{database}/{table.Name}.copy";

    /// <summary>As COPY names them: a column added or moved later does not shift the others.</summary>
    public static string Columns(SavedTable table) => $"{Schema.Quoted(table.Name)} ({string.Join(", ", table.Columns.Select(Schema.Quoted))})";

    /// <summary>The archive, once every byte of it is known to be the one that was written.</summary>
    public static async Task<(ZipArchive Zip, BackupManifest Manifest)> OpenAsync(string path, CancellationToken cancellation)
    {
        if (!File.Exists(path))
        {
            throw new BackupRefusedException($"there is no file {path}.");
        }

        var file = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.Read);
        try
        {
            await ArchiveSeal.CheckAsync(file, cancellation);
            var zip = new ZipArchive(file, ZipArchiveMode.Read);
            await using var entry = await zip.GetEntry(Manifest)!.OpenAsync(cancellation);
            var manifest = (await JsonSerializer.DeserializeAsync<BackupManifest>(entry, Json, cancellation))!;
            return manifest.Format is BackupManifest.CurrentFormat
                ? (zip, manifest)
                : throw new BackupRefusedException($"{path} has format {manifest.Format}, this program reads format {BackupManifest.CurrentFormat}: restore it with the program that wrote it ({manifest.Program}).");
        }
        catch
        {
            await file.DisposeAsync();
            throw;
        }
    }
}
