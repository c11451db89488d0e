using System.Text;

namespace Relais.Commitments.Calendars;

/// <summary>Cuts a file into lines and joins those that were folded: a line that begins with a space continues the one before.</summary>
internal static class ContentLines
{
    private static readonly UTF8Encoding Strict = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    public static IEnumerable<ContentLine> Read(ReadOnlySpan<byte> file)
    {
        var text = Decode(file.StartsWith("\uFEFF"u8) ? file[3..] : file);
        return Unfold(text.Split('\n'));
    }

    private static IEnumerable<ContentLine> Unfold(string[] lines)
    {
        var (first, folded) = (0, new StringBuilder());
        for (var index = 0; index < lines.Length; index++)
        {
            var line = lines[index].TrimEnd('\r');
            if (line is [' ' or '\t', ..])
            {
                folded.Append(first is 0 ? throw new CalendarFaultException(index + 1, "cette ligne commence par une espace et ne continue aucune ligne.") : line[1..]);
            }
            else if (line.Length > 0)
            {
                if (first > 0)
                {
                    yield return ContentLine.Parse(first, folded.ToString());
                }

                (first, folded) = (index + 1, new StringBuilder(line));
            }
        }

        if (first > 0)
        {
            yield return ContentLine.Parse(first, folded.ToString());
        }
    }

    private static string Decode(ReadOnlySpan<byte> file)
    {
        try
        {
            return Strict.GetString(file);
        }
        catch (DecoderFallbackException exception)
        {
            throw new CalendarFaultException(file[..Math.Max(exception.Index, 0)].Count((byte)'\n') + 1, "ce fichier n’est pas écrit en UTF-8.");
        }
    }
}
