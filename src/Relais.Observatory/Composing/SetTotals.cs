using Relais.Observatory.Selection;
using Relais.Territory.Contracts;

namespace Relais.Observatory.Composing;

/// <summary>What a set of communes adds up to.</summary>
/// <param name="Source">Where the count of inhabitants comes from, in one line.</param>
/// <param name="ShortSource">The same for under a figure.</param>
internal sealed record SetTotals(ChosenTerritory Chosen, CommunePeople Counted, string Source, string ShortSource)
{
    public long People => Chosen.Communes.Sum(commune => (long)(Of(commune) ?? 0));

    /// <summary>Their numbers, in order.</summary>
    public IReadOnlyList<string> Departments => [.. Chosen.Communes.Select(commune => commune.Department).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)];

    public int? Of(Commune commune) => Counted.People[commune.Index.Value];
}
