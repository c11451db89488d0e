using System.Buffers;
using System.Text;
using System.Text.Unicode;

namespace Relais.Kernel.Text;

/// <summary>Tells in which encoding a text was saved: by its mark, or UTF-8 if every byte agrees, or else Windows-1252, as older spreadsheets save.</summary>
public static class TextEncoding
{
    private const int Chunk = 1 << 16;

    public static Encoding Windows1252 { get; } = CodePagesEncodingProvider.Instance.GetEncoding(1252)!;

    /// <summary>Reads the stream to its end.</summary>
    public static Encoding Detect(Stream stream)
    {
        ArgumentNullException.ThrowIfNull(stream);
        var (bytes, chars) = (new byte[Chunk], new char[Chunk]);
        var (kept, isFirst) = (0, true);
        while (true)
        {
            var read = stream.ReadAtLeast(bytes.AsSpan(kept), 4, throwOnEndOfStream: false);
            var available = bytes.AsSpan(0, kept + read);
            if (isFirst && Marked(available) is { } marked)
            {
                return marked;
            }

            isFirst = false;
            var isLast = read < 4;
            var status = Utf8.ToUtf16(available, chars, out var used, out _, replaceInvalidSequences: false, isFinalBlock: isLast);
            if (status is OperationStatus.InvalidData || (isLast && used < available.Length))
            {
                return Windows1252;
            }

            if (isLast)
            {
                return Encoding.UTF8;
            }

            available[used..].CopyTo(bytes);
            kept = available.Length - used;
        }
    }

    private static Encoding? Marked(ReadOnlySpan<byte> bytes) => bytes switch
    {
        [0xEF, 0xBB, 0xBF, ..] => Encoding.UTF8,
        [0xFF, 0xFE, ..] => Encoding.Unicode,
        [0xFE, 0xFF, ..] => Encoding.BigEndianUnicode,
        _ => null,
    };
}
