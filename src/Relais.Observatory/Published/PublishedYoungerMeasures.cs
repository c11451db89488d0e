using System.Globalization;
using System.Runtime.CompilerServices;
using Relais.Kernel.Wording;
using Relais.Observatory.Indicators;
using Relais.Observatory.Professions;

namespace Relais.Observatory.Published;

/// <summary>The accessibility to general practitioners of 65 and under that DREES publishes: the series that zonings are drawn from.</summary>
internal sealed class PublishedTo65Measure(PublishedBook book, Words t) : IPastMeasure
{
    public const string Slug = "apl-drees-65-medecins-generalistes";

    private const CareProfession Profession = CareProfession.GeneralPractitioner;

    public Indicator Indicator { get; } = new(
        Slug, t["APL de la DREES, 65 ans et moins : {0}", t.NameOf(Profession)], AplUnits.Of(t, Profession), 1, t["Et sans compter les médecins de plus de 65 ans ?"])
    {
        Thresholds = AplUnits.Thresholds(Profession),
        Group = t.NameOf(Profession),
        MapThresholds = AplUnits.MapThresholds(Profession),
    };

    public MissingData? Missing => PublishedWords.Missing(t);

    public async IAsyncEnumerable<VintageReading> VintagesAsync([EnumeratorCancellation] CancellationToken cancellation)
    {
        foreach (var year in await book.YearsAsync(Profession, cancellation))
        {
            yield return new VintageReading(year.Year.ToString(CultureInfo.InvariantCulture), year.ReadingOf(
                year.To65,
                t["habitants standardisés"],
                PublishedWords.Shown(year, t["APL aux médecins de 65 ans et moins, publiée commune par commune ; moyenne d’un territoire pondérée par la population standardisée"])));
        }
    }
}

/// <summary>Which part of the published accessibility is owed to practitioners of 62 and under: the others are about to leave.</summary>
internal sealed class PublishedReliefMeasure(PublishedBook book, Words t) : IPastMeasure
{
    public const string Slug = "releve-drees-medecins-generalistes";

    private const CareProfession Profession = CareProfession.GeneralPractitioner;

    public Indicator Indicator { get; } = new(
        Slug, t["APL due aux médecins de 62 ans et moins"], "%", 0, t["Que restera-t-il de l’accès aux soins après les départs proches ?"]) { Group = t.NameOf(Profession) };

    public MissingData? Missing => PublishedWords.Missing(t);

    public async IAsyncEnumerable<VintageReading> VintagesAsync([EnumeratorCancellation] CancellationToken cancellation)
    {
        foreach (var year in await book.YearsAsync(Profession, cancellation))
        {
            yield return new VintageReading(year.Year.ToString(CultureInfo.InvariantCulture), new Reading
            {
                Numerators = [.. year.To62.Select((apl, rank) => (apl ?? 0) * year.Standardised[rank])],
                Denominators = [.. year.Apl.Select((apl, rank) => (apl ?? 0) * year.Standardised[rank])],
                Factor = 100,
                Covered = [.. year.Apl.Zip(year.To62, (apl, to62) => apl is not null && to62 is not null)],
                Over = t["consultations accessibles"],
                Provenance = PublishedWords.Shown(year, t["APL aux médecins de 62 ans et moins sur APL tous âges, publiées commune par commune"]),
            });
        }
    }
}
