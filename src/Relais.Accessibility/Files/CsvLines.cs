using System.Globalization;
using System.Security.Cryptography;

namespace Relais.Accessibility.Files;

/// <summary>
/// The lines of a comma-separated file in UTF-8, one at a time in a buffer that is reused: neither the file nor a text of its
/// fields is held. A field may stand in quotation marks, but not a line break; blank lines are passed over.
/// </summary>
internal sealed class CsvLines : IDisposable
{
    private const int LongestLine = 1 << 26;

    private readonly Stream _stream;
    private readonly IncrementalHash _hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
    private byte[] _buffer = new byte[1 << 18];
    private int _at;
    private int _filled;
    private bool _isOver;
    private Range[] _fields = new Range[16];
    private int _lineStart;

    /// <exception cref="UnreadableFileException">No header, or the same column twice.</exception>
    public CsvLines(Stream stream)
    {
        _stream = stream;
        if (!Read())
        {
            throw new UnreadableFileException(FileFault.Empty);
        }

        Header = [.. Enumerable.Range(0, Count).Select(field => System.Text.Encoding.UTF8.GetString(this[field]))];
        if (Header.GroupBy(name => name).FirstOrDefault(same => same.Count() > 1 && same.Key is not "") is { } twice)
        {
            throw new UnreadableFileException(FileFault.RepeatedColumn, twice.Key);
        }
    }

    public string[] Header { get; }

    /// <summary>Number of the line that was read; the header is line 1.</summary>
    public int Line { get; private set; }

    /// <summary>How many fields the line has; -1 when a quotation mark is not closed.</summary>
    public int Count { get; private set; }

    /// <summary>A field of the line, without its quotation marks and the spaces around it.</summary>
    public ReadOnlySpan<byte> this[int field] => _buffer.AsSpan(_lineStart)[_fields[field]];

    /// <exception cref="UnreadableFileException">The header does not have it.</exception>
    public int Column(string name) =>
        Array.IndexOf(Header, name) is >= 0 and var at ? at : throw new UnreadableFileException(FileFault.MissingColumn, name);

    /// <summary>What is wrong with the line as a whole, or nothing.</summary>
    public BadLine? FaultOfLine() =>
        Count < 0 ? new BadLine(Line, LineFault.Quotes)
        : Count != Header.Length ? new BadLine(Line, LineFault.Fields, "", string.Create(CultureInfo.InvariantCulture, $"{Count} fields where the header has {Header.Length}"))
        : null;

    public BadLine Bad(LineFault fault, int column)
    {
        var text = System.Text.Encoding.UTF8.GetString(this[column]);
        return new BadLine(Line, fault, Header[column], text.Length > 40 ? text[..40] + "…" : text);
    }

    /// <summary>Of all the bytes, once <see cref="Read"/> has returned false; lower-case hexadecimal.</summary>
    public string Sha256() => Convert.ToHexStringLower(_hash.GetHashAndReset());

    /// <summary>Goes to the next line that is not blank.</summary>
    /// <returns>False at the end.</returns>
    /// <exception cref="UnreadableFileException">A line that is too long to be one.</exception>
    public bool Read()
    {
        while (NextLine() is { } line)
        {
            Line++;
            if (Line is 1 && Slice(line).StartsWith((ReadOnlySpan<byte>)[0xEF, 0xBB, 0xBF]))
            {
                line = (line.Start + 3, line.Length - 3);
            }

            var content = Slice(line);
            if (!content.Trim((ReadOnlySpan<byte>)" \t\r"u8).IsEmpty)
            {
                _lineStart = line.Start;
                Count = Split(content);
                return true;
            }
        }

        return false;
    }

    public void Dispose() => _hash.Dispose();

    private ReadOnlySpan<byte> Slice((int Start, int Length) line) => _buffer.AsSpan(line.Start, line.Length);

    private (int Start, int Length)? NextLine()
    {
        var searched = 0;
        while (true)
        {
            var end = _buffer.AsSpan(_at + searched, _filled - _at - searched).IndexOf((byte)'\n');
            if (end >= 0)
            {
                var line = (_at, searched + end);
                _at += searched + end + 1;
                return line;
            }

            if (_isOver)
            {
                var last = (_at, _filled - _at);
                _at = _filled;
                return last.Item2 > 0 ? last : null;
            }

            searched = _filled - _at;
            Fill();
        }
    }

    private void Fill()
    {
        var left = _filled - _at;
        if (left == _buffer.Length)
        {
            if (left >= LongestLine)
            {
                throw new UnreadableFileException(FileFault.LineTooLong, (Line + 1).ToString(CultureInfo.InvariantCulture));
            }

            Array.Resize(ref _buffer, left * 2);
        }
        else
        {
            _buffer.AsSpan(_at, left).CopyTo(_buffer);
            (_at, _filled) = (0, left);
        }

        var read = _stream.Read(_buffer.AsSpan(_filled));
        _hash.AppendData(_buffer.AsSpan(_filled, read));
        _filled += read;
        _isOver = read is 0;
    }

    private int Split(ReadOnlySpan<byte> line)
    {
        if (line.Contains((byte)'"'))
        {
            return SplitQuoted(line);
        }

        var (count, from) = (0, 0);
        while (true)
        {
            var length = line[from..].IndexOf((byte)',');
            Keep(count++, line, from, length < 0 ? line.Length : from + length);
            if (length < 0)
            {
                return count;
            }

            from += length + 1;
        }
    }

    private int SplitQuoted(ReadOnlySpan<byte> line)
    {
        var (count, from, isQuoted) = (0, 0, false);
        for (var at = 0; at <= line.Length; at++)
        {
            if (at < line.Length && line[at] is (byte)'"')
            {
                isQuoted = !isQuoted;
            }
            else if (at == line.Length || (line[at] is (byte)',' && !isQuoted))
            {
                Keep(count++, line, from, at);
                from = at + 1;
            }
        }

        return isQuoted ? -1 : count;
    }

    private void Keep(int field, ReadOnlySpan<byte> line, int from, int to)
    {
        while (from < to && line[from] is (byte)' ' or (byte)'\t')
        {
            from++;
        }

        while (from < to && line[to - 1] is (byte)' ' or (byte)'\t' or (byte)'\r')
        {
            to--;
        }

        if (to - from > 1 && line[from] is (byte)'"' && line[to - 1] is (byte)'"')
        {
            (from, to) = (from + 1, to - 1);
        }

        if (field == _fields.Length)
        {
            Array.Resize(ref _fields, field * 2);
        }

        _fields[field] = from..to;
    }
}
