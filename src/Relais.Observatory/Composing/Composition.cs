using Relais.Kernel.Identifiers;
using Relais.Kernel.Wording;
using Relais.Observatory.Figures;
using Relais.Observatory.Indicators;
using Relais.Observatory.Selection;
using Relais.Territory.Contracts;

namespace Relais.Observatory.Composing;

/// <summary>Reads, counts and sorts a set that somebody composes.</summary>
internal sealed class Composition(TerritoryChoice choice, ITerritorySets sets, ITerritories territories, ICommunes communes, Words t)
{
    /// <returns>Nothing for an empty set; the sentence that says why a text is not one.</returns>
    public async Task<(ChosenTerritory? Chosen, string? Problem)> ReadAsync(string? text, CancellationToken cancellation) =>
        string.IsNullOrWhiteSpace(text) ? (null, null) : await choice.ReadAsync(text, cancellation);

    public async Task<string> ShortestAsync(IReadOnlyCollection<Commune> set, CancellationToken cancellation) =>
        (await sets.ShortestAsync([.. set.Select(commune => commune.Code)], cancellation)).ToString();

    /// <summary>The communes that a code stands for: its own, or those of a territory; none for any other text.</summary>
    public async Task<IReadOnlyList<Commune>> NamedAsync(string code, CancellationToken cancellation) =>
        TerritorySet.Parse(code) is { IsValid: true, Value: { Removed.Count: 0 } set } && await sets.ReadAsync(set, cancellation) is { } read ? read.Communes : [];

    public async Task<SetTotals> CountAsync(ChosenTerritory chosen, CancellationToken cancellation)
    {
        var people = await communes.PeopleAsync(PopulationCount.Reference, cancellation);
        return new SetTotals(chosen, people, t.Say(people.Of(t)), t.SayShort(people.Of(t)));
    }

    /// <summary>By intercommunality, the one with most chosen communes first.</summary>
    public async Task<IReadOnlyList<ChosenGroup>> GroupAsync(ChosenTerritory chosen, CancellationToken cancellation)
    {
        var table = await communes.GetAsync(cancellation);
        var sizes = table.All.Where(commune => commune.Epci is not null).CountBy(commune => commune.Epci!).ToDictionary();
        var byEpci = chosen.Communes.GroupBy(commune => commune.Epci is { } epci ? TerritoryCode.OfEpci(epci) : null).ToList();
        var names = (await territories.FindAllAsync([.. byEpci.Select(group => group.Key).OfType<TerritoryCode>()], cancellation)).ToDictionary(territory => territory.Code, territory => territory.Name);
        var groups = byEpci.Select(group => new ChosenGroup(
            group.Key,
            group.Key is not null && names.TryGetValue(group.Key, out var name) ? name : t["Sans intercommunalité"],
            [.. group.OrderBy(commune => commune.Name, StringComparer.CurrentCulture)],
            group.First().Epci is { } known ? sizes[known] : 0));
        return [.. groups.OrderByDescending(group => group.Chosen.Count).ThenBy(group => group.Name, StringComparer.CurrentCulture)];
    }
}

/// <summary>The chosen communes of one intercommunality.</summary>
/// <param name="Code">Nothing for the few islands that are in none.</param>
/// <param name="Size">How many communes it has in all.</param>
internal sealed record ChosenGroup(TerritoryCode? Code, string Name, IReadOnlyList<Commune> Chosen, int Size)
{
    public bool IsWhole => Chosen.Count == Size;
}
