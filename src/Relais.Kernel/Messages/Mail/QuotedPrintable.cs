using System.Text;

namespace Relais.Kernel.Messages.Mail;

/// <summary>Text as lines of at most 76 ASCII characters (RFC 2045 §6.7), readable by eye for the most part.</summary>
internal static class QuotedPrintable
{
    private const int LongestLine = 76;
    private const string Hexadecimal = "0123456789ABCDEF";

    public static void Append(StringBuilder target, string text)
    {
        var bytes = Encoding.UTF8.GetBytes(text.ReplaceLineEndings("\n"));
        var column = 0;
        for (var index = 0; index < bytes.Length; index++)
        {
            var value = bytes[index];
            if (value is (byte)'\n')
            {
                target.Append("\r\n");
                column = 0;
                continue;
            }

            // A blank at the end of a line may be lost on the way, a dot at its beginning may be doubled.
            var endsLine = index + 1 == bytes.Length || bytes[index + 1] is (byte)'\n';
            var isPlain = value is > 32 and < 127 and not (byte)'=' || (value is (byte)' ' or (byte)'\t' && !endsLine);
            var isLeadingDot = value is (byte)'.' && column is 0;
            var width = isPlain && !isLeadingDot ? 1 : 3;
            if (column + width > (endsLine ? LongestLine : LongestLine - 1))
            {
                target.Append("=\r\n");
                column = 0;
                isLeadingDot = value is (byte)'.';
                width = isPlain && !isLeadingDot ? 1 : 3;
            }

            if (width is 1)
            {
                target.Append((char)value);
            }
            else
            {
                target.Append('=').Append(Hexadecimal[value >> 4]).Append(Hexadecimal[value & 15]);
            }

            column += width;
        }
    }
}
