using Relais.Kernel.Text;
using Relais.Registers.Contracts;

namespace Relais.Registers.Importing;

/// <summary>Reads the lines of an extract one after the other and counts what it meets.</summary>
internal abstract class ExtractReader(RegisterFile file, char separator, bool hasQuotes, IProgress<long>? progress)
{
    private const int ProgressEvery = 250_000;
    private const int LongestDetail = 80;

    private readonly Dictionary<string, string> _codes = new(StringComparer.Ordinal);

    public long Lines { get; private set; }

    public long PassedOver { get; protected set; }

    public long Bad { get; private set; }

    public RegisterFaultAt? FirstBad { get; private set; }

    /// <summary>The numbers never went back: no line came twice, and nothing needs sorting.</summary>
    public bool IsInOrder { get; private set; } = true;

    /// <summary>The values of each line, in the order of the columns of <see cref="RegisterShape"/>. The array is the same each time.</summary>
    /// <exception cref="RegisterRefusedException">It is not such an extract, or a part of one.</exception>
    public IEnumerable<object?[]> Read()
    {
        using var rows = new SeparatedRows(RegisterText.Open(file), separator, hasQuotes);
        if (!Next(rows))
        {
            throw new RegisterRefusedException(RegisterFault.Empty, Path.GetFileName(file.Path));
        }

        var columns = new RegisterColumns(rows);
        Find(columns);
        while (Next(rows))
        {
            Lines++;
            if (rows.Count != columns.Width)
            {
                throw new RegisterRefusedException(RegisterFault.TornLine, FormattableString.Invariant($"{rows.Count} / {columns.Width}"), rows.Line);
            }

            if (Lines % ProgressEvery is 0)
            {
                progress?.Report(Lines);
            }

            if (ReadLine(rows) is { } values)
            {
                yield return values;
            }
        }

        if (Lines is 0)
        {
            throw new RegisterRefusedException(RegisterFault.Empty, Path.GetFileName(file.Path));
        }
    }

    /// <summary>Notes where the columns stand.</summary>
    protected abstract void Find(RegisterColumns columns);

    /// <returns>Nothing for a line that is passed over or bad.</returns>
    protected abstract object?[]? ReadLine(SeparatedRows row);

    protected void IsBad(SeparatedRows row, string reason)
    {
        Bad++;
        FirstBad ??= new RegisterFaultAt(row.Line, reason.Length > LongestDetail ? reason[..LongestDetail] : reason);
    }

    /// <summary>Told of each number in turn.</summary>
    protected void Meets(string number, string before) => IsInOrder &= string.CompareOrdinal(before, number) < 0;

    /// <summary>The one string for a code that comes back on every line.</summary>
    protected string Code(ReadOnlySpan<char> code)
    {
        var known = _codes.GetAlternateLookup<ReadOnlySpan<char>>();
        if (known.TryGetValue(code, out var text))
        {
            return text;
        }

        text = code.ToString();
        if (_codes.Count < 10_000)
        {
            _codes.Add(text, text);
        }

        return text;
    }

    private static bool Next(SeparatedRows rows)
    {
        try
        {
            return rows.Next();
        }
        catch (UnreadableRowException unreadable)
        {
            throw new RegisterRefusedException(RegisterFault.TornLine, unreadable.Reason.ToString(), unreadable.Line);
        }
    }
}
