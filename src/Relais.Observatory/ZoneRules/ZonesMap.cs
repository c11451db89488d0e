using Relais.Accessibility.Zoning;
using Relais.Cartography.Classes;
using Relais.Cartography.Drawing;
using Relais.Kernel.Wording;
using Relais.Observatory.Figures;
using Relais.Observatory.Maps;
using Relais.Observatory.Selection;
using Relais.Territory.Contracts;

namespace Relais.Observatory.ZoneRules;

/// <summary>The classes of the rules over a territory.</summary>
internal static class ZonesMap
{
    public static IndicatorMap Of(TerritoryMap territory, ChosenTerritory chosen, Func<Commune, MeshZone?> zoneOf, Provenance provenance, Words t)
    {
        var zones = chosen.Communes.ToDictionary(commune => commune.Code.Value, zoneOf, StringComparer.Ordinal);
        var names = chosen.Communes.ToDictionary(commune => commune.Code.Value, commune => commune.Name, StringComparer.Ordinal);
        var colours = new MapColours(
            t["Ce que donneraient les règles, {0}", chosen.Name],
            t["Carte par commune. Les tableaux qui suivent disent la même chose."],
            code => zones[code] is { } zone ? ZoneWords.Drawn(zone.Class) : MapClass.NoData)
        {
            HrefOf = code => $"/observatoire/communes/{code}",
            TipOf = code => zones[code] is { } zone ? $"{names[code]} ({zone.Mesh.Name}) : {t.NameOf(zone.Class)}" : names[code],
        };
        var counts = zones.Values.CountBy(zone => zone?.Class ?? ZoneClass.Unknown).ToDictionary();
        return new IndicatorMap(
            territory.Lines.Colour(colours),
            [.. Enum.GetValues<ZoneClass>().Where(counts.ContainsKey).Select(one => new MapLegendLine(territory.Lines.Sample(ZoneWords.Drawn(one)), t.NameOf(one), counts[one]))],
            t.LimitsOf(territory),
            provenance);
    }
}
