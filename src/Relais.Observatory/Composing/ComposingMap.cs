using System.Collections.Concurrent;
using Relais.Cartography.Classes;
using Relais.Cartography.Drawing;
using Relais.Kernel.Wording;
using Relais.Observatory.Contours;
using Relais.Observatory.Maps;
using Relais.Observatory.Selection;
using Relais.Territory.Contracts;

namespace Relais.Observatory.Composing;

/// <summary>The chosen communes and those around, each a link that removes or adds it; chosen ones are told by their marks, the line around them and a sign before their name.</summary>
/// <param name="Svg">The drawing.</param>
/// <param name="ChosenSample">How a chosen commune is filled.</param>
/// <param name="OtherSample">How another is.</param>
/// <param name="Limits">Where the limits of the communes come from.</param>
internal sealed record ComposingMap(string Svg, string ChosenSample, string OtherSample, string Limits)
{
    public const MapClass ChosenClass = MapClass.Fourth;
    public const MapClass OtherClass = MapClass.NoData;
}

/// <summary>Draws a set that somebody composes.</summary>
internal sealed class ComposingMaps(ICommunes communes, ContourBook contours, ComposingMaps.Kept kept, Words t)
{
    /// <summary>Of more, none is wide enough to be touched.</summary>
    public const int MostCommunes = 700;

    private const int MostKept = 60;
    private const int MostLabels = 18;

    /// <param name="chosen">What is composed.</param>
    /// <param name="around">The communes to draw besides.</param>
    /// <param name="hrefOf">Where a click on a commune leads.</param>
    /// <param name="cancellation">Gives up.</param>
    public async ValueTask<ComposingMap?> DrawAsync(ChosenTerritory chosen, IReadOnlyList<Commune> around, Func<Commune, string> hrefOf, CancellationToken cancellation)
    {
        if (chosen.Communes.Count + around.Count > MostCommunes)
        {
            return null;
        }

        var table = await communes.GetAsync(cancellation);
        var people = await communes.PeopleAsync(PopulationCount.Reference, cancellation);
        var imported = await contours.FindAsync(cancellation);
        if (kept.Maps.Count > MostKept)
        {
            kept.Maps.Clear();
        }

        var map = kept.Maps.GetOrAdd((table, chosen.Fingerprint, imported?.Dataset.Id), _ => new Lazy<TerritoryMap>(() => Prepare(chosen, around, table, people, imported))).Value;
        var inside = chosen.Communes.ToDictionary(commune => commune.Code.Value, StringComparer.Ordinal);
        var drawn = chosen.Communes.Concat(around).ToDictionary(commune => commune.Code.Value, StringComparer.Ordinal);
        var colours = new MapColours(
            t["Communes choisies et communes autour"],
            t["Une touche ajoute ou retire la commune. Les listes qui suivent font la même chose."],
            code => inside.ContainsKey(code) ? ComposingMap.ChosenClass : ComposingMap.OtherClass)
        {
            HrefOf = code => hrefOf(drawn[code]),
            TipOf = code => inside.ContainsKey(code) ? t["{0} : retirer", drawn[code].Name] : t["{0} : ajouter", drawn[code].Name],
        };
        return new ComposingMap(map.Lines.Colour(colours), map.Lines.Sample(ComposingMap.ChosenClass), map.Lines.Sample(ComposingMap.OtherClass), t.LimitsOf(map));
    }

    private static TerritoryMap Prepare(ChosenTerritory chosen, IReadOnlyList<Commune> around, CommuneTable table, CommunePeople people, ImportedContours? imported)
    {
        var codes = chosen.Communes.Concat(around).Select(commune => commune.Code.Value).ToHashSet(StringComparer.Ordinal);
        var (layer, source) = CommuneShapes.Of(codes, table, imported);
        var labels = ByPeople(chosen.Communes).Select(commune => LabelOf(commune, $"✓ {commune.Name}"))
            .Concat(ByPeople(around).Select(commune => LabelOf(commune, commune.Name)));
        var prepared = PreparedMap.Prepare(new MapRequest(layer, codes)
        {
            Id = "composer",
            Outlines =
            [
                new MapOutline([.. chosen.Communes.Select(commune => commune.Code.Value)], IsStrong: true),
                .. chosen.Communes.Concat(around).Where(commune => commune.Epci is not null).GroupBy(commune => commune.Epci)
                    .Select(group => new MapOutline([.. group.Select(commune => commune.Code.Value)], IsStrong: false)),
            ],
            Labels = [.. labels],
        });
        return new TerritoryMap(prepared, source);

        IEnumerable<Commune> ByPeople(IEnumerable<Commune> some) =>
            some.Where(commune => commune.Point is not null).OrderByDescending(commune => people.People[commune.Index.Value] ?? 0).Take(MostLabels);
    }

    private static MapLabel LabelOf(Commune commune, string text) => new(text, commune.Point!.Value.Latitude, commune.Point.Value.Longitude);

    /// <summary>What was drawn, for all requests; forgotten with the process.</summary>
    internal sealed class Kept
    {
        public ConcurrentDictionary<(CommuneTable Table, string Communes, Guid? Contours), Lazy<TerritoryMap>> Maps { get; } = new();
    }
}
