using Relais.Kernel.Rules;
using Relais.Kernel.Statistics;
using Relais.Kernel.Wording;
using Relais.Observatory.Indicators;
using Relais.Observatory.Professions;

namespace Relais.Observatory.Accessibility;

/// <summary>
/// Which part of our accessibility is owed to general practitioners under 60. Where fewer than six of known age are within reach it
/// would tell the age of one of them: there is no figure.
/// </summary>
internal sealed class ReliefMeasure(AccessibilityBook book, DatedRules rules, TimeProvider clock, Words t) : IMeasure
{
    public const string Slug = "releve-medecins-generalistes";

    private const CareProfession Profession = CareProfession.GeneralPractitioner;
    private const int Leaving = 60;

    /// <summary>A territory is told of when communes with a figure hold half of what is accessible.</summary>
    private const double LeastCovered = 0.5;

    public Indicator Indicator { get; } = new(
        Slug, t["Accès dû aux médecins de moins de 60 ans"], "%", 0, t["Que restera-t-il de l’accès aux soins après les départs proches ?"]) { Group = t.NameOf(Profession) };

    public MissingData? Missing => SupplyMissing.Of(t, Profession);

    public async ValueTask<Reading?> ReadAsync(CancellationToken cancellation)
    {
        if (await book.FindAsync(Profession, cancellation) is not { Supply.Ages: { } ages } access)
        {
            return null;
        }

        var least = await rules.GetAsync<int>(SmallNumbers.RuleKind, SmallNumbers.RuleKey, DateOnly.FromDateTime(clock.GetUtcNow().UtcDateTime), cancellation);
        double[] leaving = ages.Of(Leaving);
        var younger = access.Catchment.Divide([.. access.Offered.Select((offered, rank) => ages.KnownAge[rank] > 0 ? offered * (1 - (leaving[rank] / ages.KnownAge[rank])) : offered)]).Values;
        var provenance = t.ProvenanceOf(access);
        return new Reading
        {
            Numerators = [.. younger.Select((apl, rank) => apl * access.Demand.People[rank])],
            Denominators = [.. access.Figures.Values.Select((apl, rank) => apl * access.Demand.People[rank])],
            Factor = 100,
            Covered = [.. access.Known.Select((known, rank) => known && WithinReach(access, ages.KnownAge, rank) >= least)],
            LeastCovered = LeastCovered,
            Over = t["consultations accessibles"],
            Provenance = provenance with { Method = t["{0} ; sans ceux de 60 ans et plus, sur tous ; rien au-dessous de six praticiens d’âge connu à portée", provenance.Method] },
        };
    }

    private static double WithinReach(ProfessionAccess access, double[] practitioners, int rank)
    {
        var sum = 0.0;
        foreach (var practice in access.Times.PracticesFrom(rank))
        {
            sum += practitioners[practice];
        }

        return sum;
    }
}
