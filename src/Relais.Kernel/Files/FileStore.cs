using System.Security.Cryptography;
using Microsoft.EntityFrameworkCore;
using Relais.Kernel.Data;

namespace Relais.Kernel.Files;

/// <summary>Why a file was not taken.</summary>
public enum FileRefusal
{
    Empty,
    TooLarge,
    KindNotAccepted,
}

/// <summary>Either the file that was taken or the reason why it was not.</summary>
public sealed record FileReceipt(Guid? Id, FileRefusal? Refusal);

public sealed record FileContent(string Name, string MediaType, byte[] Content);

/// <summary>Keeps the documents that people send (PDF, JPEG, PNG) until they have been looked at.</summary>
public sealed class FileStore(RelaisDb db, TimeProvider clock)
{
    public const int MostBytes = 10 * 1024 * 1024;

    /// <summary>Adds the file to the current unit of work. Its kind is read from its first bytes, never from its name.</summary>
    public async Task<FileReceipt> AddAsync(string purpose, string name, Stream content, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(content);
        var bytes = await ReadAsync(content, cancellation);
        if (bytes is null)
        {
            return new FileReceipt(null, FileRefusal.TooLarge);
        }

        if (bytes.Length is 0)
        {
            return new FileReceipt(null, FileRefusal.Empty);
        }

        if (MediaTypeOf(bytes) is not { } mediaType)
        {
            return new FileReceipt(null, FileRefusal.KindNotAccepted);
        }

        var file = new StoredFile
        {
            Purpose = purpose,
            Name = Path.GetFileName(name) is { Length: > 0 } safe ? safe[..Math.Min(safe.Length, 120)] : "document",
            MediaType = mediaType,
            Size = bytes.Length,
            Sha256 = Convert.ToHexStringLower(SHA256.HashData(bytes)),
            Content = bytes,
            StoredAt = clock.GetUtcNow(),
        };
        db.Add(file);
        return new FileReceipt(file.Id, null);
    }

    public async Task<FileContent?> OpenAsync(Guid id, CancellationToken cancellation) => await db.Set<StoredFile>().AsNoTracking()
        .Where(file => file.Id == id && file.Content != null)
        .Select(file => new FileContent(file.Name, file.MediaType, file.Content!))
        .SingleOrDefaultAsync(cancellation);

    /// <summary>Removes the contents and the names, and keeps the trace that a document was there.</summary>
    /// <returns>How many were still there.</returns>
    public async Task<int> DeleteAsync(IReadOnlyCollection<Guid> ids, CancellationToken cancellation)
    {
        var files = await db.Set<StoredFile>().Where(file => ids.Contains(file.Id) && file.DeletedAt == null).ToListAsync(cancellation);
        foreach (var file in files)
        {
            (file.Content, file.Name) = (null, "");
            file.DeletedAt = clock.GetUtcNow();
        }

        return files.Count;
    }

    private static async Task<byte[]?> ReadAsync(Stream content, CancellationToken cancellation)
    {
        using var memory = new MemoryStream();
        var buffer = new byte[81920];
        int read;
        while ((read = await content.ReadAsync(buffer, cancellation)) > 0)
        {
            memory.Write(buffer, 0, read);
            if (memory.Length > MostBytes)
            {
                return null;
            }
        }

        return memory.ToArray();
    }

    private static string? MediaTypeOf(ReadOnlySpan<byte> bytes) =>
        bytes.StartsWith("%PDF-"u8) ? "application/pdf"
        : bytes.StartsWith((ReadOnlySpan<byte>)[0xFF, 0xD8, 0xFF]) ? "image/jpeg"
        : bytes.StartsWith((ReadOnlySpan<byte>)[0x89, 0x50, 0x4E, 0x47]) ? "image/png"
        : null;
}
