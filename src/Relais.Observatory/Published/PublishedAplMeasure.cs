using System.Globalization;
using System.Runtime.CompilerServices;
using Relais.Kernel.Wording;
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

    public MissingData? Missing => PublishedWords.Missing(t);

    public static string SlugOf(CareProfession profession) => $"apl-drees-{ProfessionWords.SlugOf(profession)}";

    public async IAsyncEnumerable<VintageReading> VintagesAsync([EnumeratorCancellation] CancellationToken cancellation)
    {
        foreach (var year in await book.YearsAsync(profession, cancellation))
        {
            yield return new VintageReading(year.Year.ToString(CultureInfo.InvariantCulture), year.ReadingOf(
                year.Apl,
                t["habitants standardisés"],
                PublishedWords.Shown(year, t["APL tous âges, publiée commune par commune ; moyenne d’un territoire pondérée par la population standardisée"])));
        }
    }
}
