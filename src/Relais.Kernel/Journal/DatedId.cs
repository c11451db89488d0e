using System.Buffers.Binary;

namespace Relais.Kernel.Journal;

/// <summary>An id of version 7 that is drawn from what it names: the same at the same instant, on every node.</summary>
internal static class DatedId
{
    private const int TimeBytes = 6;

    public static Guid Of(DateTimeOffset instant, params IEnumerable<string?> fields)
    {
        Span<byte> id = stackalloc byte[16];
        Convert.FromHexString(JournalDigest.Of(fields)).AsSpan(0, id.Length).CopyTo(id);

        Span<byte> milliseconds = stackalloc byte[sizeof(long)];
        BinaryPrimitives.WriteInt64BigEndian(milliseconds, instant.ToUnixTimeMilliseconds());
        milliseconds[^TimeBytes..].CopyTo(id);
        id[6] = (byte)((id[6] & 0x0F) | 0x70);
        id[8] = (byte)((id[8] & 0x3F) | 0x80);
        return new Guid(id, bigEndian: true);
    }
}
