using System.Diagnostics.CodeAnalysis;
using Relais.Kernel.Identifiers;
using Relais.Kernel.Text;
using Relais.Territory.Contracts;

namespace Relais.Observatory.Datasets;

/// <summary>
/// Reads a table with a header in which each line is about a commune, an intercommunality or a region: commas, semicolons or tabulations, in any encoding
/// that spreadsheets save, columns in any order. A code from before a merger leads to the commune of today.
/// </summary>
internal sealed class CommuneRows : IDisposable
{
    private const int MostTitles = 6;
    private static readonly string[] CodeColumns = ["commune", "code", "com_code", "code_insee", "from", "epci", "region"];

    private readonly SeparatedRows _rows;
    private readonly Dictionary<string, int> _columns = new(StringComparer.OrdinalIgnoreCase);
    private readonly CommuneTable _communes;
    private readonly BadLines _bad;

    /// <exception cref="WrongShapeException">The file has no header.</exception>
    public CommuneRows(Stream file, CommuneTable communes, BadLines bad)
    {
        (_communes, _bad) = (communes, bad);
        var encoding = TextEncoding.Detect(file);
        file.Position = 0;
        var text = new StreamReader(file, encoding);
        _rows = new SeparatedRows(text, SeparatorOf(file, encoding));
        ReadHeader();
    }

    public int Line => _rows.Line;

    /// <summary>Of the columns, as the header has them.</summary>
    public IReadOnlyCollection<string> Names => _columns.Keys;

    /// <summary>Lines of data so far.</summary>
    public long Count { get; private set; }

    /// <summary>The text of a column of the line at hand, without the spaces around it; empty where the line is short.</summary>
    public ReadOnlySpan<char> this[int column] => column < _rows.Count ? _rows[column].Trim() : [];

    /// <summary>The rank of the first of these columns that the header has.</summary>
    /// <exception cref="WrongShapeException">It has none of them.</exception>
    public int Required(params ReadOnlySpan<string> names) => Optional(names) ?? throw new WrongShapeException(1, $"the column '{names[0]}' is not in the header");

    public int? Optional(params ReadOnlySpan<string> names)
    {
        foreach (var name in names)
        {
            if (_columns.TryGetValue(name, out var column))
            {
                return column;
            }
        }

        return null;
    }

    public bool Next()
    {
        var isThere = _rows.Next();
        Count += isThere ? 1 : 0;
        return isThere;
    }

    /// <summary>The commune of the line at hand; a bad line where there is none.</summary>
    public bool TryCommune(int column, [NotNullWhen(true)] out Commune? commune)
    {
        commune = null;
        var text = this[column];
        if (CommuneCode.Parse(text.ToString()).Value is { } code && _communes.TryFind(code, out commune))
        {
            return true;
        }

        Reject($"no commune has the code '{text}'");
        return false;
    }

    /// <summary>A number of at least 0; nothing for an empty cell. A bad line otherwise.</summary>
    public bool TryNumber(int? column, string name, out double? number)
    {
        number = null;
        if (column is not { } at || this[at] is not { Length: > 0 } text)
        {
            return true;
        }

        if (Decimals.TryRead(text, out var value) && value >= 0)
        {
            number = value;
            return true;
        }

        Reject($"'{text}' is not a number of {name}");
        return false;
    }

    public void Reject(string reason) => _bad.Add(Line, reason);

    public void Dispose() => _rows.Dispose();

    /// <summary>The first line that names a column of communes: some exports put a title above.</summary>
    private void ReadHeader()
    {
        for (var line = 0; line < MostTitles && _rows.Next(); line++)
        {
            _columns.Clear();
            for (var field = 0; field < _rows.Count; field++)
            {
                _columns.TryAdd(_rows[field].Trim().ToString(), field);
            }

            if (CodeColumns.Any(_columns.ContainsKey))
            {
                return;
            }
        }

        throw new WrongShapeException(1, $"no header with a column '{string.Join("' or '", CodeColumns)}' is among the first lines");
    }

    private static char SeparatorOf(Stream file, System.Text.Encoding encoding)
    {
        using var reader = new StreamReader(file, encoding, detectEncodingFromByteOrderMarks: true, bufferSize: 4096, leaveOpen: true);
        var head = string.Concat(Enumerable.Range(0, MostTitles).Select(_ => reader.ReadLine()));
        file.Position = 0;
        return ((char[])[';', '\t', ',']).MaxBy(separator => head.Count(character => character == separator));
    }
}
