using System.Buffers.Text;
using System.Globalization;
using System.Text;

namespace Relais.Matching.Instances;

/// <summary>
/// Reads a CSV file of plain fields (no quotes, as all files of an instance are) by named columns, whatever their order, without
/// an object per row. Every refusal names the file and the line.
/// </summary>
internal sealed class CsvRows
{
    private readonly string _file;
    private readonly byte[] _text;
    private readonly string[] _columns;
    private readonly int[] _positions;
    private readonly int[] _begins;
    private readonly int[] _ends;
    private readonly int _width;
    private int _at;

    public CsvRows(string path, params string[] columns)
    {
        (_file, _columns) = (Path.GetFileName(path), columns);
        _text = InstanceFile.Bytes(path);
        _at = _text.AsSpan().StartsWith(Encoding.UTF8.Preamble) ? Encoding.UTF8.Preamble.Length : 0;
        var header = Encoding.UTF8.GetString(TakeLine()).Split(',');
        _width = header.Length;
        (_begins, _ends) = (new int[_width], new int[_width]);
        _positions = Array.ConvertAll(columns, column => Array.IndexOf(header, column) is >= 0 and var at ? at : throw Bad($"column {column} is missing"));
    }

    /// <summary>Line of the current row, the header being line 1.</summary>
    public int Line { get; private set; }

    /// <summary>Moves to the next row.</summary>
    public bool Next()
    {
        while (_at < _text.Length)
        {
            var begin = _at;
            var line = TakeLine();
            if (line.IsEmpty)
            {
                continue;
            }

            Split(line, begin);
            return true;
        }

        return false;
    }

    public ReadOnlySpan<byte> Text(int column) => _text.AsSpan(_begins[_positions[column]].._ends[_positions[column]]);

    public string Name(int column) => Encoding.UTF8.GetString(Text(column));

    public int Whole(int column, int least, int most) => Whole(Text(column), column, least, most);

    public int Whole(ReadOnlySpan<byte> text, int column, int least, int most)
    {
        if (!Utf8Parser.TryParse(text, out int value, out var used) || used != text.Length)
        {
            throw Bad($"{_columns[column]} '{Encoding.UTF8.GetString(text)}' is not a whole number");
        }

        return value >= least && value <= most ? value
            : throw Bad(FormattableString.Invariant($"{_columns[column]} is {value}; it must be between {least} and {most}"));
    }

    public double Number(int column, double least, double most)
    {
        var text = Text(column);
        if (!double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var value) || !double.IsFinite(value))
        {
            throw Bad($"{_columns[column]} '{Encoding.UTF8.GetString(text)}' is not a number");
        }

        return value >= least && value <= most ? value
            : throw Bad(FormattableString.Invariant($"{_columns[column]} is {value}; it must be between {least} and {most}"));
    }

    /// <summary>The id of row <paramref name="expected"/>: ids are 0, 1, 2… in the order of the file.</summary>
    public void ExpectId(int column, int expected)
    {
        if (Whole(column, 0, int.MaxValue) is var id && id != expected)
        {
            throw Bad(FormattableString.Invariant($"id is {id}; ids are 0, 1, 2… in the order of the file, so {expected} was expected"));
        }
    }

    public BadInstanceException Bad(string reason) => Bad(Line, reason);

    public BadInstanceException Bad(int line, string reason) => new(_file, line, reason);

    private ReadOnlySpan<byte> TakeLine()
    {
        var rest = _text.AsSpan(_at);
        var length = rest.IndexOf((byte)'\n');
        Line++;
        _at += length < 0 ? rest.Length : length + 1;
        var line = length < 0 ? rest : rest[..length];
        return line.EndsWith("\r"u8) ? line[..^1] : line;
    }

    private void Split(ReadOnlySpan<byte> line, int begin)
    {
        if (line.Contains((byte)'"'))
        {
            throw Bad("quotes are not used in these files");
        }

        for (var column = 0; column < _width; column++)
        {
            var length = line.IndexOf((byte)',');
            if (length < 0 != (column == _width - 1))
            {
                throw Bad(FormattableString.Invariant($"{_width} fields were expected"));
            }

            length = length < 0 ? line.Length : length;
            (_begins[column], _ends[column]) = (begin, begin + length);
            begin += length + 1;
            line = column == _width - 1 ? default : line[(length + 1)..];
        }
    }
}
