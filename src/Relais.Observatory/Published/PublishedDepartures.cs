using Relais.Accessibility.Parameters;
using Relais.Kernel.Wording;
using Relais.Observatory.Figures;
using Relais.Observatory.Indicators;
using Relais.Observatory.Professions;
using Relais.Territory.Contracts;

namespace Relais.Observatory.Published;

/// <param name="Left">Who is left: « sans ceux de plus de 62 ans ».</param>
/// <param name="Mean">Of the territory, weighed by the standardised population.</param>
/// <param name="PeopleUnder">All inhabitants of communes under the threshold; nothing where a commune has no figure.</param>
internal sealed record DepartureRow(string Left, Figure Mean, double? PeopleUnder);

/// <summary>What would be left of the accessibility if those who can retire did, as the series of DREES tell it by age.</summary>
internal sealed class PublishedDepartures(PublishedBook book, MeasureBook measures, Words t)
{
    private const CareProfession Profession = CareProfession.GeneralPractitioner;

    public Indicator Indicator => measures.Find(PublishedAplMeasure.SlugOf(Profession))!.Indicator;

    /// <returns>None as long as no workbook was taken in.</returns>
    public async Task<IReadOnlyList<DepartureRow>> OfAsync(IReadOnlyList<CommuneIndex> communes, CancellationToken cancellation) =>
        await book.YearsAsync(Profession, cancellation) is not [var year, ..] ? [] :
        [
            Row(year, communes, year.Apl, t["Tous les médecins"]),
            Row(year, communes, year.To65, t["Sans ceux de plus de 65 ans"]),
            Row(year, communes, year.To62, t["Sans ceux de plus de 62 ans"]),
            Row(year, communes, year.To60, t["Sans ceux de plus de 60 ans"]),
        ];

    private DepartureRow Row(PublishedYear year, IReadOnlyList<CommuneIndex> communes, double?[] series, string left)
    {
        var reading = year.ReadingOf(
            series,
            t["habitants standardisés"],
            PublishedWords.Shown(year, t["APL par âge des médecins, publiée commune par commune ; moyenne pondérée par la population standardisée, habitants sous le seuil comptés sur la population totale"]));
        return new DepartureRow(
            left,
            reading.Of(communes),
            reading.Covers(communes) ? communes.Where(commune => series[commune.Value] < AplThreshold.Low.Value).Sum(commune => year.People[commune.Value]) : null);
    }
}
