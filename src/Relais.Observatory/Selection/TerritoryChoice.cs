using Relais.Kernel.Identifiers;
using Relais.Kernel.Text;
using Relais.Kernel.Wording;
using Relais.Territory.Contracts;

namespace Relais.Observatory.Selection;

/// <summary>Reads the territory that an address or a person names.</summary>
internal sealed class TerritoryChoice(ITerritories territories, ITerritorySets sets, ICommunes communes, Words t)
{
    private const int MostNamed = 12;

    /// <param name="text">A <see cref="TerritorySet"/>, or the name of one territory.</param>
    /// <param name="cancellation">Gives up.</param>
    /// <returns>The territory, or the sentence that says why there is none.</returns>
    public async Task<(ChosenTerritory? Chosen, string? Problem)> ReadAsync(string text, CancellationToken cancellation)
    {
        var read = TerritorySet.Parse(text) is { IsValid: true, Value: var set } ? await sets.ReadAsync(set, cancellation) : null;
        if (read is null && await territories.SearchAsync(text, most: 1, cancellation) is [var found])
        {
            read = await sets.ReadAsync(new TerritorySet([new DatedTerritory(found.Code, On: null)], [], []), cancellation);
        }

        return read is null ? (null, t["Aucun territoire n’a ce nom ni ce code : « {0} ».", text])
            : read.Communes.Count is 0 ? (null, t["Ce territoire ne compte aucune commune."])
            : (new ChosenTerritory(t.NameOf(read), read.Set, read.Territories, read.Communes), null);
    }

    /// <summary>The communes that somebody means by a name written whole, a postal code or a code; none for anything else.</summary>
    public async Task<IReadOnlyList<Commune>> CommunesNamedAsync(string text, CancellationToken cancellation)
    {
        var found = (await communes.GetAsync(cancellation)).Search(text, MostNamed);
        return text.Trim() is { Length: 5 } code && CommuneCode.Parse(code).IsValid
            ? found
            : [.. found.Where(commune => SearchKey.From(commune.Name) == SearchKey.From(text))];
    }

    /// <summary>The territories that people saved, by name.</summary>
    public async Task<IReadOnlyList<TerritorySummary>> SavedAsync(CancellationToken cancellation)
    {
        var saved = new List<TerritorySummary>();
        foreach (var kind in TerritoryKinds.Drawn)
        {
            saved.AddRange(await territories.ListAsync(kind, cancellation));
        }

        return [.. saved.OrderBy(territory => territory.Name, StringComparer.CurrentCulture)];
    }

    /// <summary>The communes whose names are nearest, for who wrote something else.</summary>
    public async Task<IReadOnlyList<Commune>> NearestAsync(string text, CancellationToken cancellation) => (await communes.GetAsync(cancellation)).Search(text, MostNamed);
}
