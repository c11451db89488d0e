using Relais.Cartography.Classes;
using Relais.Cartography.Drawing;
using Relais.Kernel.Wording;
using Relais.Observatory.Figures;
using Relais.Observatory.Indicators;
using Relais.Territory.Contracts;

namespace Relais.Observatory.Maps;

/// <summary>An indicator drawn over a territory: the drawing, the lines of its legend, what it rests on.</summary>
/// <param name="Limits">Where the limits of the communes come from.</param>
internal sealed record IndicatorMap(string Svg, IReadOnlyList<MapLegendLine> Legend, string Limits, Provenance Provenance)
{
    public static IndicatorMap Of(TerritoryMap territory, string place, Indicator indicator, IReadOnlyList<(Commune Commune, Figure Figure)> figures, Provenance provenance, Words t)
    {
        var map = territory.Lines;
        var byCode = figures.ToDictionary(pair => pair.Commune.Code.Value, StringComparer.Ordinal);
        var values = figures.Select(pair => pair.Figure).OfType<Figure.Known>().Select(known => known.Value).ToList();
        var breaks = indicator.MapThresholds.Count > 0
            ? ClassBreaks.Given(indicator.MapThresholds, lowestIsStrongest: indicator.Alarm is Alarm.Low)
            : ClassBreaks.Quantiles(values, indicator.Decimals, lowestIsStrongest: indicator.Alarm is Alarm.Low);
        var colours = new MapColours(
            $"{indicator.Name} – {place}",
            t["Carte par commune. Le tableau qui suit dit la même chose."],
            code => ClassOf(byCode[code].Figure, breaks, indicator))
        {
            HrefOf = code => $"/observatoire/communes/{code}",
            TipOf = code => $"{byCode[code].Commune.Name} : {t.Say(byCode[code].Figure, indicator)}",
        };

        var classes = figures.Select(pair => ClassOf(pair.Figure, breaks, indicator)).ToList();
        return new IndicatorMap(map.Colour(colours), [.. LegendOf(map, breaks, values, classes, indicator, t)], t.LimitsOf(territory), provenance);
    }

    private static MapClass ClassOf(Figure figure, ClassBreaks breaks, Indicator indicator) => figure switch
    {
        Figure.Known known when known.Crosses(indicator.Thresholds) => MapClass.NotClassed,
        Figure.Known known => breaks.Of(known.Value),
        Figure.Secret => MapClass.Secret,
        _ => MapClass.NoData,
    };

    private static IEnumerable<MapLegendLine> LegendOf(PreparedMap map, ClassBreaks breaks, List<double> values, List<MapClass> classes, Indicator indicator, Words t)
    {
        foreach (var line in breaks.Legend(values))
        {
            var count = classes.Count(one => one == line.Class);
            yield return new MapLegendLine(map.Sample(line.Class), SayRange(line, indicator, t), count);
        }

        foreach (var (one, text) in new[] { (MapClass.NotClassed, t["non classée : la fourchette passe le seuil"]), (MapClass.Secret, t["secret statistique"]), (MapClass.NoData, t["non disponible"]) })
        {
            if (classes.Count(each => each == one) is > 0 and var count)
            {
                yield return new MapLegendLine(map.Sample(one), text, count);
            }
        }
    }

    private static string SayRange(LegendLine line, Indicator indicator, Words t) => (line.From, line.Below) switch
    {
        (null, null) => t["toutes les valeurs"],
        (null, { } below) => t["moins de {0}", indicator.Write(below)],
        ({ } from, null) => t["{0} et plus", indicator.Write(from)],
        ({ } from, { } below) => t["de {0} à moins de {1}", indicator.Write(from), indicator.Write(below)],
    };
}

/// <param name="Sample">The colour and the pattern, as an <c>svg</c>.</param>
/// <param name="Text">What it stands for.</param>
/// <param name="Communes">How many are drawn so.</param>
internal sealed record MapLegendLine(string Sample, string Text, int Communes);
