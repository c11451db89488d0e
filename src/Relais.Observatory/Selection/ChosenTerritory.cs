using Relais.Kernel.Identifiers;
using Relais.Kernel.Text;
using Relais.Kernel.Wording;
using Relais.Territory.Contracts;

namespace Relais.Observatory.Selection;

/// <summary>A set of communes that somebody looks at.</summary>
/// <param name="Codes">The territories that it is made of.</param>
/// <param name="Communes">Each once, in the order of their codes.</param>
internal sealed record ChosenTerritory(IReadOnlyList<TerritorySummary> Codes, IReadOnlyList<Commune> Communes)
{
    public string Name => string.Join(" + ", Codes.Select(territory => territory.Name));

    /// <summary>As addresses have it.</summary>
    public string Key => string.Join('+', Codes.Select(territory => territory.Code.Value));

    public IReadOnlyList<CommuneIndex> Ranks { get; } = [.. Communes.Select(commune => commune.Index)];

    /// <summary>The region that holds it all; none when there are several.</summary>
    public TerritoryCode? Region => Communes.Select(commune => commune.Region).Distinct(StringComparer.Ordinal).ToList() is [var only] ? TerritoryCode.OfRegion(only) : null;
}

/// <summary>Reads the territory that an address or a person names.</summary>
internal sealed class TerritoryChoice(ITerritories territories, ICommunes communes, Words t)
{
    private const int MostNamed = 12;

    /// <param name="text">Codes joined by « + », or the name of one territory.</param>
    /// <param name="cancellation">Gives up.</param>
    /// <returns>The territory, or the sentence that says why there is none.</returns>
    public async Task<(ChosenTerritory? Chosen, string? Problem)> ReadAsync(string text, CancellationToken cancellation)
    {
        var codes = await CodesAsync(text, cancellation);
        if (codes.Count is 0)
        {
            return (null, t["Aucun territoire n’a ce nom ni ce code : « {0} ».", text]);
        }

        var table = await communes.GetAsync(cancellation);
        var members = await territories.CommunesOfAsync([.. codes.Select(territory => territory.Code)], cancellation);
        return (new ChosenTerritory(codes, [.. members.Select(table.Find).OfType<Commune>()]), null);
    }

    /// <summary>The communes that somebody means by a name written whole, a postal code or a code; none for anything else.</summary>
    public async Task<IReadOnlyList<Commune>> CommunesNamedAsync(string text, CancellationToken cancellation)
    {
        var found = (await communes.GetAsync(cancellation)).Search(text, MostNamed);
        return text.Trim() is { Length: 5 } code && CommuneCode.Parse(code).IsValid
            ? found
            : [.. found.Where(commune => SearchKey.From(commune.Name) == SearchKey.From(text))];
    }

    /// <summary>The communes whose names are nearest, for who wrote something else.</summary>
    public async Task<IReadOnlyList<Commune>> NearestAsync(string text, CancellationToken cancellation) => (await communes.GetAsync(cancellation)).Search(text, MostNamed);

    private async Task<IReadOnlyList<TerritorySummary>> CodesAsync(string text, CancellationToken cancellation)
    {
        if (TerritoryList.Parse(text) is { IsValid: true, Value: var list })
        {
            var found = new List<TerritorySummary>();
            foreach (var code in list.All)
            {
                if (await territories.FindAsync(code, cancellation) is { } territory)
                {
                    found.Add(territory);
                }
            }

            if (found.Count == list.All.Count)
            {
                return found;
            }
        }

        return await territories.SearchAsync(text, most: 1, cancellation);
    }
}
