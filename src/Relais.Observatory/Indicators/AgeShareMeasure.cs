using Relais.Kernel.Rules;
using Relais.Kernel.Statistics;
using Relais.Kernel.Wording;
using Relais.Observatory.Professions;
using Relais.Observatory.Supply;

namespace Relais.Observatory.Indicators;

/// <summary>The part of the practitioners of known age who are 55 or over: those who leave within ten years.</summary>
internal sealed class AgeShareMeasure(CareProfession profession, SupplyBook supplies, DatedRules rules, TimeProvider clock, Words t) : IMeasure
{
    public Indicator Indicator { get; } = new(
        SlugOf(profession), t["55 ans et plus : {0}", t.NameOf(profession)], "%", 0, t["Quelle part aura l’âge de partir dans les dix ans ?"]) { Alarm = Alarm.High };

    public MissingData? Missing => SupplyMissing.Of(t, profession);

    public static string SlugOf(CareProfession profession) => $"55-ans-et-plus-{ProfessionWords.SlugOf(profession)}";

    public async ValueTask<Reading?> ReadAsync(CancellationToken cancellation)
    {
        if (await supplies.FindAsync(profession, cancellation) is not { Ages: { } ages } supply)
        {
            return null;
        }

        return new Reading
        {
            Numerators = ages.Over55,
            Denominators = ages.KnownAge,
            Factor = 100,
            Over = t["{0} dont l’âge est connu", t.NameOf(profession)],
            Least = await rules.GetAsync<int>(SmallNumbers.RuleKind, SmallNumbers.RuleKey, DateOnly.FromDateTime(clock.GetUtcNow().UtcDateTime), cancellation),
            Covered = supply.Covered,
            Provenance = supply.Provenance with { Method = t["part de ceux dont l’âge est connu ; secret au-dessous de six personnes"] },
        };
    }
}
