using System.Globalization;
using System.Runtime.CompilerServices;
using Relais.Kernel.Wording;
using Relais.Observatory.Contracts;
using Relais.Observatory.Figures;
using Relais.Observatory.Indicators;
using Relais.Observatory.Professions;

namespace Relais.Observatory.Published;

/// <summary>The accessibility that DREES publishes, as it is, beside ours.</summary>
internal sealed class PublishedAplMeasure(CareProfession profession, PublishedBook book, Words t) : IPastMeasure
{
    public Indicator Indicator { get; } = new(
        SlugOf(profession), t["APL de la DREES : {0}", t.NameOf(profession)], AplUnits.Of(t, profession), 1, t["Que dit la statistique publique de l’accès aux soins d’ici ?"])
    {
        Thresholds = AplUnits.Thresholds(profession),
        Group = t.NameOf(profession),
        MapThresholds = AplUnits.MapThresholds(profession),
    };

    public MissingData? Missing { get; } = new(
        t["Le classeur de la DREES n’a pas été importé"],
        t["Data.Drees, « L’accessibilité potentielle localisée (APL) », un classeur XLSX par profession."],
        "./relais import apl FICHIER.xlsx --source DREES --vintage 2024");

    public static string SlugOf(CareProfession profession) => $"apl-drees-{ProfessionWords.SlugOf(profession)}";

    public async IAsyncEnumerable<VintageReading> VintagesAsync([EnumeratorCancellation] CancellationToken cancellation)
    {
        foreach (var year in await book.YearsAsync(profession, cancellation))
        {
            var vintage = year.Year.ToString(CultureInfo.InvariantCulture);
            yield return new VintageReading(vintage, new Reading
            {
                Numerators = [.. year.Apl.Select((apl, rank) => (apl ?? 0) * year.Standardised[rank])],
                Denominators = year.Standardised,
                Covered = [.. year.Apl.Select(apl => apl is not null)],
                Over = t["habitants standardisés"],
                Provenance = new Provenance(
                    year.Dataset.Source,
                    vintage,
                    t["APL tous âges, publiée commune par commune ; moyenne d’un territoire pondérée par la population standardisée"],
                    FigureQuality.Published,
                    year.Dataset.IsInvented),
            });
        }
    }
}
