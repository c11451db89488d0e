using System.Globalization;
using System.Runtime.CompilerServices;
using Relais.Kernel.Rules;
using Relais.Kernel.Statistics;
using Relais.Kernel.Wording;
using Relais.Observatory.Professions;
using Relais.Observatory.Supply;
using Relais.Territory.Contracts;

namespace Relais.Observatory.Indicators;

/// <summary>The part of the practitioners of known age who have that age or more: at 55, those who leave within ten years.</summary>
internal sealed class AgeShareMeasure(CareProfession profession, int age, SupplyBook supplies, ICommunes communes, DatedRules rules, TimeProvider clock, Words t) : IPastMeasure
{
    /// <summary>The ages that a file may give.</summary>
    public static readonly IReadOnlyList<int> Ages = [Leaving, 60, 65];

    private const int Leaving = 55;

    public Indicator Indicator { get; } = new(
        SlugOf(profession, age), t["{0} ans et plus : {1}", age, t.NameOf(profession)], "%", 0, age is Leaving ? t["Quelle part aura l’âge de partir dans les dix ans ?"] : t["Quelle part a {0} ans ou plus ?", age])
    {
        Alarm = Alarm.High,
        Group = t.NameOf(profession),
    };

    public MissingData? Missing => SupplyMissing.Of(t, profession);

    public static string SlugOf(CareProfession profession, int age = Leaving) => string.Create(CultureInfo.InvariantCulture, $"{age}-ans-et-plus-{ProfessionWords.SlugOf(profession)}");

    public async IAsyncEnumerable<VintageReading> VintagesAsync([EnumeratorCancellation] CancellationToken cancellation)
    {
        var least = await rules.GetAsync<int>(SmallNumbers.RuleKind, SmallNumbers.RuleKey, DateOnly.FromDateTime(clock.GetUtcNow().UtcDateTime), cancellation);
        var table = await communes.GetAsync(cancellation);
        await foreach (var supply in supplies.VintagesAsync(profession, cancellation))
        {
            if (supply.Ages is { } ages)
            {
                yield return new VintageReading(supply.Dataset.Vintage, new Reading
                {
                    Numerators = ages.Of(age),
                    Denominators = ages.KnownAge,
                    Factor = 100,
                    Over = t["{0} dont l’âge est connu", t.NameOf(profession)],
                    Least = least,
                    Told = supply.AgesToldTogether(table, least),
                    Covered = supply.Covered,
                    Provenance = supply.Provenance with { Method = t["part de ceux dont l’âge est connu ; secret au-dessous de six personnes"] },
                });
            }
        }
    }
}
