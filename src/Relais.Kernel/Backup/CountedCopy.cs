using System.Security.Cryptography;

namespace Relais.Kernel.Backup;

/// <summary>Copies a stream while counting and hashing it.</summary>
internal static class CountedCopy
{
    public static async Task<SavedEntry> CopyAsync(Stream from, Stream to, string name, CancellationToken cancellation)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        var buffer = new byte[1 << 17];
        var bytes = 0L;
        int read;
        while ((read = await from.ReadAsync(buffer, cancellation)) > 0)
        {
            hash.AppendData(buffer, 0, read);
            await to.WriteAsync(buffer.AsMemory(0, read), cancellation);
            bytes += read;
        }

        return new SavedEntry(name, bytes, Convert.ToHexStringLower(hash.GetHashAndReset()));
    }
}
