using System.Text;

namespace Relais.Missions.Calendar;

/// <summary>Content lines of iCalendar (RFC 5545): texts escaped, lines folded at 75 bytes, ended by CRLF.</summary>
internal sealed class CalendarLines
{
    private const int MostBytes = 75;
    private readonly StringBuilder _text = new();

    public CalendarLines Add(string name, string value) => Fold($"{name}:{value}");

    public CalendarLines AddText(string name, string text) =>
        Add(name, text.Replace("\\", "\\\\", StringComparison.Ordinal).Replace(";", "\\;", StringComparison.Ordinal)
            .Replace(",", "\\,", StringComparison.Ordinal).ReplaceLineEndings("\\n"));

    public override string ToString() => _text.ToString();

    private CalendarLines Fold(string line)
    {
        var bytes = 0;
        foreach (var rune in line.EnumerateRunes())
        {
            if (bytes + rune.Utf8SequenceLength > MostBytes)
            {
                _text.Append("\r\n ");
                bytes = 1;
            }

            _text.Append(rune);
            bytes += rune.Utf8SequenceLength;
        }

        _text.Append("\r\n");
        return this;
    }
}
