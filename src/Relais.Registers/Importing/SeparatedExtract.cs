using Relais.Kernel.Text;
using Relais.Registers.Contracts;

namespace Relais.Registers.Importing;

/// <summary>Reads an extract that is a table with a header.</summary>
internal abstract class SeparatedExtract(RegisterFile file, char separator, bool hasQuotes, IProgress<long>? progress) : ExtractReader(progress)
{
    public override IEnumerable<object?[]> Read()
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
            Count();
            if (rows.Count != columns.Width)
            {
                throw new RegisterRefusedException(RegisterFault.TornLine, FormattableString.Invariant($"{rows.Count} / {columns.Width}"), rows.Line);
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

    protected void IsBad(SeparatedRows row, string reason) => IsBad(row.Line, reason);

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
