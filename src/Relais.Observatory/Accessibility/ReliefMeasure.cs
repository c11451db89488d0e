using Relais.Kernel.Rules;
using Relais.Kernel.Statistics;
using Relais.Kernel.Wording;
using Relais.Observatory.Indicators;
using Relais.Observatory.Professions;
using Relais.Territory.Contracts;

namespace Relais.Observatory.Accessibility;

/// <summary>
/// Which part of our accessibility is owed to general practitioners under 60. How many of those of a commune are older is taken from
/// the communes that are told together with it: with the parts that practices have in each figure, ages could else be solved for.
/// </summary>
internal sealed class ReliefMeasure(AccessibilityBook book, ICommunes communes, DatedRules rules, TimeProvider clock, Words t) : IMeasure
{
    public const string Slug = "releve-medecins-generalistes";

    private const CareProfession Profession = CareProfession.GeneralPractitioner;
    private const int Leaving = 60;

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
        var older = access.Supply.AgesToldTogether(await communes.GetAsync(cancellation), least).PartsOf(ages.Of(Leaving), ages.KnownAge);
        var younger = access.Catchment.Divide([.. access.Offered.Select((offered, rank) => offered * (1 - (older[rank] ?? 0)))]).Values;
        var provenance = t.ProvenanceOf(access);
        return new Reading
        {
            Numerators = [.. younger.Select((apl, rank) => apl * access.Demand.People[rank])],
            Denominators = [.. access.Figures.Values.Select((apl, rank) => apl * access.Demand.People[rank])],
            Factor = 100,
            Covered = ages.KnownAge.Sum() >= least ? access.Known : [.. access.Known.Select(_ => false)],
            Over = t["consultations accessibles"],
            Provenance = provenance with { Method = t["{0} ; sans ceux de 60 ans et plus, sur tous ; rien au-dessous de six praticiens d’âge connu à portée", provenance.Method] },
        };
    }
}
