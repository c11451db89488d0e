using Relais.Accounts.Contracts;
using Relais.Accounts.MyData;
using Relais.Kernel.Wording;

namespace Relais.Accounts.Duplicates;

/// <summary>One line of the comparison of two dossiers.</summary>
internal sealed record ComparedFact(string Name, string First, string Second)
{
    public bool Differs => First != Second;
}

/// <summary>What is known of two people, line by line, for who must say whether they are one.</summary>
internal sealed class SideBySide(IEnumerable<IPersonRoom> rooms, PersonalCopy copy, Words t)
{
    public async Task<IReadOnlyList<ComparedFact>> CompareAsync(PersonId first, PersonId second, CancellationToken cancellation)
    {
        var lines = new List<ComparedFact>();
        foreach (var room in rooms)
        {
            var (one, other) = (await room.FactsAsync(first, cancellation), await room.FactsAsync(second, cancellation));
            lines.AddRange(one.Concat(other).Select(fact => fact.Name).Distinct().Select(name => new ComparedFact(name, Value(one, name), Value(other, name))));
        }

        var (mine, theirs) = (await copy.CountAsync(first, cancellation), await copy.CountAsync(second, cancellation));
        lines.AddRange(mine.Zip(theirs)
            .Where(pair => pair.First.Rows != pair.Second.Rows)
            .Select(pair => new ComparedFact(t[pair.First.Table.Title], $"{pair.First.Rows}", $"{pair.Second.Rows}")));
        return lines;
    }

    private static string Value(IReadOnlyList<PersonFact> facts, string name) => facts.FirstOrDefault(fact => fact.Name == name)?.Value ?? "–";
}
