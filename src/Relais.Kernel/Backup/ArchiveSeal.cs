using System.Security.Cryptography;
using System.Text;

namespace Relais.Kernel.Backup;

/// <summary>
/// The archive is a ZIP file whose comment, its very last bytes, is the SHA-256 of all that comes before: whatever was cut
/// off or changed is known before anything is restored.
/// </summary>
internal static class ArchiveSeal
{
    public static string Placeholder { get; } = new('0', 64);

    public static async Task WriteAsync(string path, CancellationToken cancellation)
    {
        await using var file = new FileStream(path, FileMode.Open, FileAccess.ReadWrite, FileShare.None);
        var seal = await ComputeAsync(file, cancellation);
        file.Position = file.Length - Placeholder.Length;
        await file.WriteAsync(Encoding.ASCII.GetBytes(seal), cancellation);
        file.Flush(flushToDisk: true);
    }

    public static async Task CheckAsync(FileStream file, CancellationToken cancellation)
    {
        var written = new byte[Placeholder.Length];
        if (file.Length > Placeholder.Length)
        {
            var computed = await ComputeAsync(file, cancellation);
            file.Position = file.Length - Placeholder.Length;
            await file.ReadExactlyAsync(written, cancellation);
            if (Encoding.ASCII.GetString(written) == computed)
            {
                file.Position = 0;
                return;
            }
        }

        throw new BackupRefusedException($"{file.Name} is not a whole backup: it was cut short or changed. Nothing was restored.");
    }

    private static async Task<string> ComputeAsync(FileStream file, CancellationToken cancellation)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        var buffer = new byte[1 << 17];
        file.Position = 0;
        for (var left = file.Length - Placeholder.Length; left > 0;)
        {
            var read = await file.ReadAsync(buffer.AsMemory(0, (int)Math.Min(left, buffer.Length)), cancellation);
            hash.AppendData(buffer, 0, read);
            left -= read > 0 ? read : throw new EndOfStreamException();
        }

        return Convert.ToHexStringLower(hash.GetHashAndReset());
    }
}
