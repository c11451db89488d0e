using System.Globalization;
using Relais.Kernel.Wording;
using Relais.Observatory.Evolution;
using Relais.Observatory.Figures;
using Relais.Observatory.Indicators;
using Relais.Observatory.Professions;
using Relais.Observatory.Zonings;
using Relais.Territory.Contracts;

namespace Relais.Observatory.Communes;

/// <param name="Text">For who has one minute.</param>
/// <param name="From">What it rests on; nothing for a sentence without a figure.</param>
internal sealed record CommuneSentence(string Text, Provenance? From);

/// <summary>Says what is known of a commune, in sentences that its mayor can read out.</summary>
internal sealed class CommuneSentences(MeasureBook measures, Words t)
{
    private const CareProfession Profession = CareProfession.GeneralPractitioner;

    public IReadOnlyList<CommuneSentence> Of(CommuneFacts facts) =>
    [
        .. new[] { People(facts), Practitioners(facts), Access(facts), OverTime(facts), Ages(facts) }.Concat(Zones(facts)).OfType<CommuneSentence>(),
    ];

    private CommuneSentence People(CommuneFacts facts) => new(
        t["{0} personnes vivent à {1}.", Say(facts.People, PopulationMeasure.Slug), facts.Commune.Name], facts.People.Provenance);

    private CommuneSentence? Practitioners(CommuneFacts facts)
    {
        if (facts is not { Practitioners: { } heads, Density: var (here, region) })
        {
            return null;
        }

        var slug = DensityMeasure.SlugOf(Profession);
        var text = heads > 0
            ? t.Count((long)Math.Ceiling(heads), "{0} médecin généraliste y exerce", "{0} médecins généralistes y exercent").Value
                + (region is Figure.Known ? t[" : {0} pour 10 000 habitants, contre {1} dans la région.", Say(here, slug), Say(region, slug)] : t[" : {0} pour 10 000 habitants.", Say(here, slug)])
            : facts.Nearest is { } nearest
                ? t["Aucun médecin généraliste n’y exerce. Le plus proche est à {0}, à environ {1} minutes de route.", nearest.Commune.Name, nearest.Minutes.ToString("N0", CultureInfo.CurrentCulture)]
                : t["Aucun médecin généraliste n’y exerce, et aucun n’est accessible par la route."];
        return new CommuneSentence(text, here.Provenance);
    }

    private CommuneSentence? Access(CommuneFacts facts)
    {
        if (facts.Access is not var (here, region) || here is not Figure.Known known)
        {
            return null;
        }

        var slug = Accessibility.AplMeasure.SlugOf(Profession);
        var threshold = AplUnits.Thresholds(Profession)[0];
        var text = region is Figure.Known
            ? t["En comptant les cabinets voisins et leurs patients, chacun peut y compter sur environ {0} consultations par an, contre {1} dans la région.", Say(here, slug), Say(region, slug)].Value
            : t["En comptant les cabinets voisins et leurs patients, chacun peut y compter sur environ {0} consultations par an.", Say(here, slug)].Value;
        if (known.Range is { } range)
        {
            text += " " + t["La vraie valeur est sans doute entre {0} et {1}.", Number(range.Low), Number(range.High)];
        }

        text += " " + (known.Crosses([threshold]) ? t["Elle passe le seuil de {0} : on ne peut pas dire si la commune est sous-dotée.", Number(threshold)]
            : known.Value < threshold ? t["C’est moins que {0} : la commune manque de médecins.", Number(threshold)]
            : t["C’est plus que {0}, le seuil au-dessous duquel on dit qu’une commune manque de médecins.", Number(threshold)]);
        if (facts.Published is Figure.Known published)
        {
            text += " " + t["La DREES publie {0}, soit {1} de différence.", Number(published.Value), (known.Value - published.Value).ToString("+0.0;−0.0;0", CultureInfo.CurrentCulture)];
        }

        return new CommuneSentence(text, here.Provenance);
    }

    private CommuneSentence? OverTime(CommuneFacts facts) => facts.AccessOverTime is not { Trend: { } trend, LastSeries: var series } trajectory ? null : new CommuneSentence(
        t["Au fil des ans : {0}, {1}.", string.Join(", ", series.Select(one => t.SayWhen(trajectory.Indicator.Write(one.Figure.Value), one.Vintage))), t.Say(trend)],
        trajectory.Last.Figure.Provenance with { Vintage = string.Join(", ", series.Select(one => one.Vintage)), Method = trajectory.Unchanged ?? trajectory.Last.Figure.Provenance.Method });

    private CommuneSentence? Ages(CommuneFacts facts) => facts.Reach is not { } reach ? null : new CommuneSentence(
        reach.Over55 is Figure.Known known
            ? t["À moins de {0} minutes exercent {1} médecins généralistes, dont {2} % ont 55 ans ou plus.", Number(reach.Minutes, 0), Number(reach.Practitioners, 0), Number(known.Value, 0)]
            : t["À moins de {0} minutes exercent {1} médecins généralistes.", Number(reach.Minutes, 0), Number(reach.Practitioners, 0)],
        reach.Over55.Provenance);

    private IEnumerable<CommuneSentence?> Zones(CommuneFacts facts)
    {
        foreach (var zone in facts.Zones)
        {
            yield return new CommuneSentence(t.SentenceOf(zone), t.ProvenanceOf(zone));
        }

        if (facts.IsInPriorityZone)
        {
            yield return new CommuneSentence(
                t["La commune est dans la zone de solidarité territoriale de Bretagne : des médecins volontaires y donnent des consultations avancées."],
                new Provenance(PriorityZone.Brittany.Source, PriorityZone.Brittany.Published.ToString("yyyy", CultureInfo.CurrentCulture), t["liste publiée, reprise telle quelle"], Contracts.FigureQuality.Published));
        }
    }

    private string Say(Figure figure, string slug) => t.Say(figure, measures.Find(slug)!.Indicator);

    private static string Number(double value, int decimals = 1) => value.ToString($"N{decimals}", CultureInfo.CurrentCulture);
}
