using System.Globalization;

namespace Relais.Kernel.Text;

/// <summary>A file of rows that cannot be read any further.</summary>
public sealed class UnreadableRowException(int line, UnreadableRow reason)
    : Exception(string.Create(CultureInfo.InvariantCulture, $"line {line}: {reason}"))
{
    /// <summary>The line on which the row begins, from 1.</summary>
    public int Line { get; } = line;

    public UnreadableRow Reason { get; } = reason;
}

public enum UnreadableRow
{
    /// <summary>More than a million characters: the file has other ends of lines, or is no text.</summary>
    TooLong,

    /// <summary>A quote is opened and never closed.</summary>
    OpenQuote,
}

/// <summary>
/// Reads separated text (CSV, the pipes of the State's extracts) row by row, in as much memory as the longest row takes.
/// Fields may be quoted as in RFC 4180; empty lines are passed over. The fields of a row last until the next.
/// </summary>
public sealed class SeparatedRows(TextReader text, char separator, bool hasQuotes = true) : IDisposable
{
    private const int LongestRow = 1 << 20;

    private readonly List<(int Begin, int Length)> _fields = [];
    private char[] _buffer = new char[1 << 16];
    private int _at;
    private int _end;
    private int _nextLine = 1;
    private bool _isOver;

    /// <summary>The line on which the row begins, from 1.</summary>
    public int Line { get; private set; }

    /// <summary>How many fields the row has.</summary>
    public int Count => _fields.Count;

    public ReadOnlySpan<char> this[int field] => _buffer.AsSpan(_fields[field].Begin, _fields[field].Length);

    /// <exception cref="UnreadableRowException">The row has no end.</exception>
    public bool Next()
    {
        while (TakeLine() is { } length)
        {
            Line = _nextLine++;
            if (length is 0)
            {
                _at += 1;
                continue;
            }

            _fields.Clear();
            if (hasQuotes && _buffer.AsSpan(_at, length).Contains('"'))
            {
                length = SplitQuoted(length);
            }
            else
            {
                Split(_at, TrimReturn(length));
            }

            _at = Math.Min(_at + length + 1, _end);
            if (_fields is [{ Length: 0 }])
            {
                continue;
            }

            return true;
        }

        return false;
    }

    public void Dispose() => text.Dispose();

    /// <summary>The length of the line that begins where reading is, its end apart; nothing at the end of the text.</summary>
    private int? TakeLine(int from = 0)
    {
        while (true)
        {
            var searched = Math.Min(_at + from, _end);
            if (_buffer.AsSpan(searched, _end - searched).IndexOf('\n') is >= 0 and var found)
            {
                return searched - _at + found;
            }

            from = _end - _at;
            if (_isOver)
            {
                return _at < _end ? _end - _at : null;
            }

            Fill();
        }
    }

    private void Fill()
    {
        var kept = _end - _at;
        if (kept >= LongestRow)
        {
            throw new UnreadableRowException(_nextLine, UnreadableRow.TooLong);
        }

        var target = kept > _buffer.Length / 2 ? new char[_buffer.Length * 2] : _buffer;
        _buffer.AsSpan(_at, kept).CopyTo(target);
        (_buffer, _at, _end) = (target, 0, kept);
        var read = text.Read(_buffer, _end, _buffer.Length - _end);
        _end += read;
        _isOver = read is 0;
    }

    private int TrimReturn(int length) => length > 0 && _buffer[_at + length - 1] is '\r' ? length - 1 : length;

    private void Split(int begin, int length)
    {
        var rest = _buffer.AsSpan(begin, length);
        while (rest.IndexOf(separator) is >= 0 and var end)
        {
            _fields.Add((begin, end));
            begin += end + 1;
            rest = rest[(end + 1)..];
        }

        _fields.Add((begin, rest.Length));
    }

    /// <summary>Takes as many lines as the quotes hold, and writes each field without its quotes over itself.</summary>
    private int SplitQuoted(int length)
    {
        while (_buffer.AsSpan(_at, length).Count('"') % 2 is not 0)
        {
            var longer = _at + length < _end || !_isOver ? TakeLine(length + 1) : null;
            if (longer is not { } found || found <= length)
            {
                throw new UnreadableRowException(Line, UnreadableRow.OpenQuote);
            }

            length = found;
            _nextLine++;
        }

        var (read, end) = (_at, _at + TrimReturn(length));
        while (true)
        {
            var (begin, write, isQuoted) = (read, read, false);
            for (; read < end && (isQuoted || _buffer[read] != separator); read++)
            {
                if (_buffer[read] is not '"')
                {
                    _buffer[write++] = _buffer[read];
                }
                else if (isQuoted && read + 1 < end && _buffer[read + 1] is '"')
                {
                    _buffer[write++] = _buffer[read++];
                }
                else
                {
                    isQuoted = !isQuoted;
                }
            }

            _fields.Add((begin, write - begin));
            if (read >= end)
            {
                return length;
            }

            read++;
        }
    }
}
