using Relais.Kernel.Identifiers;
using Relais.Kernel.Wording;
using Relais.Territory.Contracts;
using Relais.Volunteers.Contracts;

namespace Relais.Volunteers.Where;

/// <summary>A zone with the name by which people know it.</summary>
internal sealed record NamedZone(Zone Zone, string Name);

/// <summary>Finds zones by name, and names those of a dossier.</summary>
internal sealed class ZoneSearch(ICommunes communes, ITerritories territories, Words words)
{
    private const int Most = 6;

    public async Task<IReadOnlyList<NamedZone>> FindAsync(string text, CancellationToken cancellation)
    {
        if (text.Trim().Length is < 2 or > WhereForm.LongestName)
        {
            return [];
        }

        var wide = await territories.SearchAsync(text, Most, cancellation);
        var narrow = (await communes.GetAsync(cancellation)).Search(text, Most);
        return
        [
            .. wide.Select(Show).OfType<NamedZone>(),
            .. narrow.Select(commune => new NamedZone(new Zone(ZoneKind.Commune, commune.Code.Value), HomeSearch.Suggestion(commune))),
        ];
    }

    /// <summary>The zone as it exists today, with its name; nothing when it does not.</summary>
    public async Task<NamedZone?> NameAsync(Zone zone, CancellationToken cancellation)
    {
        var code = zone.Kind switch
        {
            ZoneKind.Epci => zone.Code,
            ZoneKind.Department => $"DEP-{zone.Code}",
            ZoneKind.Region => $"REG-{zone.Code}",
            _ => null,
        };
        if (code is not null)
        {
            return TerritoryCode.Parse(code).Value is { } territory && await territories.FindAsync(territory, cancellation) is { } found ? Show(found) : null;
        }

        return zone.Kind is ZoneKind.Commune && CommuneCode.Parse(zone.Code).Value is { } commune && (await communes.GetAsync(cancellation)).Find(commune) is { } place
            ? new NamedZone(zone, HomeSearch.Suggestion(place))
            : null;
    }

    private NamedZone? Show(TerritorySummary territory) => territory.Kind switch
    {
        TerritoryKind.Epci => new NamedZone(new Zone(ZoneKind.Epci, territory.Code.Value), territory.Name),
        TerritoryKind.Department => new NamedZone(new Zone(ZoneKind.Department, territory.Code.Value["DEP-".Length..]), words["{0} (département)", territory.Name]),
        TerritoryKind.Region => new NamedZone(new Zone(ZoneKind.Region, territory.Code.Value["REG-".Length..]), words["{0} (région)", territory.Name]),
        _ => null,
    };
}
