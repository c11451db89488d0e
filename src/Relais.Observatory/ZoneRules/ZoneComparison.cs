using Relais.Accessibility.Zoning;
using Relais.Kernel.Identifiers;
using Relais.Kernel.Wording;
using Relais.Observatory.Figures;
using Relais.Observatory.Professions;
using Relais.Observatory.Zonings;
using Relais.Territory.Contracts;

namespace Relais.Observatory.ZoneRules;

/// <summary>Lays what the rules give beside what was published.</summary>
internal static class ZoneComparison
{
    /// <summary>The meshes that have a commune among these, the most urgent first.</summary>
    public static IReadOnlyList<MeshRow> Rows(TriedZones tried, ZoningRules rules, IReadOnlyList<Commune> communes, ILookup<CommuneCode, CommuneZone> published, Words t)
    {
        var wanted = communes.Select(commune => tried.Mesh.CodeOf[commune.Index.Value]).OfType<string>().ToHashSet(StringComparer.Ordinal);
        var zoning = OfTheProfession(published);
        return
        [
            .. tried.Zones.Meshes.Where(zone => wanted.Contains(zone.Mesh.Code))
                .Select(zone => new MeshRow(
                    zone,
                    FigureOf(zone.Apl, tried.Access.Provenance, rules.Mean, t),
                    FigureOf(zone.Mesh.Apl(Other(rules.Mean)), tried.Access.Provenance, Other(rules.Mean), t),
                    tried.Other is { } other ? FigureOf(MeanOf(zone.Mesh, other, rules.Mean, tried.Communes), other.Provenance, rules.Mean, t) : null,
                    zoning is null ? [] : [.. PublishedOf(zone.Mesh, zoning, published)]))
                .OrderBy(row => row.Zone.Class).ThenBy(row => row.Zone.Apl ?? double.MaxValue).ThenBy(row => row.Zone.Mesh.Name, StringComparer.CurrentCulture),
        ];
    }

    public static IReadOnlyList<ZoningOverview> Zonings(IReadOnlyList<Commune> communes, CommunePeople people, ILookup<CommuneCode, CommuneZone> published, Words t) =>
    [
        .. communes.SelectMany(commune => published[commune.Code].Select(zone => new ZoneChange(commune, zone)))
            .GroupBy(line => line.Zone.Series)
            .Select(group => new ZoningOverview(
                group.Key,
                t.ProvenanceOf(group.First().Zone),
                [
                    .. group.Where(line => line.Zone.Zone is not null).GroupBy(line => line.Zone.Zone!, StringComparer.Ordinal)
                        .Select(zone => new ZonePeople(zone.Key, zone.Count(), zone.Sum(line => people.People[line.Commune.Index.Value] ?? 0)))
                        .OrderByDescending(zone => zone.People),
                ],
                [.. group.Where(line => line.Zone.Before is not null)]))
            .OrderBy(zoning => zoning.Series.Profession).ThenBy(zoning => zoning.Series.Name, StringComparer.Ordinal),
    ];

    public static string NameOf(this Words t, MeanOver mean) => mean is MeanOver.Residents ? t["moyenne pondérée par les habitants"] : t["moyenne pondérée par la population standardisée"];

    public static MeanOver Other(MeanOver mean) => mean is MeanOver.Residents ? MeanOver.Standardised : MeanOver.Residents;

    /// <summary>Of several sources, the latest vintage speaks.</summary>
    private static ZoningSeries? OfTheProfession(ILookup<CommuneCode, CommuneZone> published) => published.SelectMany(zones => zones)
        .Where(zone => zone.Series is { Profession: CareProfession.GeneralPractitioner, Name: null })
        .DistinctBy(zone => zone.Series)
        .MaxBy(zone => zone.Dataset.Vintage, StringComparer.Ordinal)?.Series;

    private static IEnumerable<PublishedZone> PublishedOf(Mesh mesh, ZoningSeries zoning, ILookup<CommuneCode, CommuneZone> published) => mesh.Communes
        .Select(commune => published[CommuneCode.Stored(commune.Code)].FirstOrDefault(zone => zone.Series == zoning)?.Zone)
        .GroupBy(zone => zone ?? "", StringComparer.Ordinal)
        .Select(zone => new PublishedZone(zone.Key.Length is 0 ? null : zone.Key, zone.Count()))
        .OrderByDescending(zone => zone.Communes);

    private static double? MeanOf(Mesh mesh, CommuneAccess access, MeanOver mean, CommuneTable table) => new Mesh(mesh.Code, mesh.Name, [.. mesh.Communes.Select(commune =>
    {
        var rank = table.Find(CommuneCode.Stored(commune.Code))!.Index.Value;
        return commune with { Apl = access.Apl[rank], Standardised = access.Standardised[rank] };
    })]).Apl(mean);

    private static Figure FigureOf(double? apl, Provenance origin, MeanOver mean, Words t)
    {
        var provenance = origin with { Method = $"{origin.Method} ; {t.NameOf(mean)}" };
        return apl is { } value ? new Figure.Known(value, null, provenance) : new Figure.None(provenance);
    }
}
