namespace Relais.Kernel.Journal;

/// <summary>What one seal holds. One line an entry: id, time, digest and action, separated by spaces.</summary>
internal static class JournalRoll
{
    public static string Write(IEnumerable<JournalRow> rows) =>
        string.Concat(rows.Select(row => $"{row.Id} {row.At} {row.ComputeDigest()} {row.Action}\n"));

    public static IEnumerable<JournalRollLine> Read(string roll)
    {
        foreach (var line in roll.Split('\n', StringSplitOptions.RemoveEmptyEntries))
        {
            var parts = line.Split(' ', 4);
            yield return parts.Length is 4 ? new(parts[0], parts[1], parts[2], parts[3]) : new(line, "", "", "");
        }
    }
}

internal sealed record JournalRollLine(string Id, string At, string Digest, string Action);
