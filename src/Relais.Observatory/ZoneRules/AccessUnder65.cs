using System.Globalization;
using System.Runtime.CompilerServices;
using Relais.Kernel.Rules;
using Relais.Kernel.Statistics;
using Relais.Kernel.Wording;
using Relais.Observatory.Accessibility;
using Relais.Observatory.Contracts;
using Relais.Observatory.Figures;
using Relais.Observatory.Professions;
using Relais.Observatory.Published;
using Relais.Territory.Contracts;

namespace Relais.Observatory.ZoneRules;

/// <summary>The accessibility that zonings go by: general practitioners of 65 at most. By <see cref="CommuneIndex"/>.</summary>
/// <param name="Apl">Nothing where it is not known.</param>
/// <param name="Standardised">Inhabitants weighed by their age, where they are; else inhabitants.</param>
internal sealed record CommuneAccess(IReadOnlyList<double?> Apl, IReadOnlyList<double> Standardised, Provenance Provenance);

/// <summary>Gives it as DREES publishes it, and as it comes out of the supply that was imported.</summary>
internal sealed class AccessUnder65(AccessibilityBook accesses, PublishedBook published, ICommunes communes, DatedRules rules, TimeProvider clock, AccessUnder65.Kept kept, Words t)
{
    private const CareProfession Profession = CareProfession.GeneralPractitioner;

    /// <returns>Nothing as long as no workbook was taken in.</returns>
    public async ValueTask<CommuneAccess?> PublishedAsync(CancellationToken cancellation) =>
        await published.YearsAsync(Profession, cancellation) is [var year, ..]
            ? new CommuneAccess(
                year.To65,
                year.Standardised,
                new Provenance(year.Dataset.Source, year.Year.ToString(CultureInfo.InvariantCulture), t["APL aux médecins de 65 ans ou moins, publiée commune par commune"], FigureQuality.Published, year.Dataset.IsInvented))
            : null;

    /// <returns>Nothing as long as no supply was taken in.</returns>
    public async ValueTask<CommuneAccess?> ComputedAsync(CancellationToken cancellation)
    {
        if (await accesses.FindAsync(Profession, cancellation) is not { } access)
        {
            return null;
        }

        var provenance = t.ProvenanceOf(access);
        var table = await communes.GetAsync(cancellation);
        var least = await rules.GetAsync<int>(SmallNumbers.RuleKind, SmallNumbers.RuleKey, DateOnly.FromDateTime(clock.GetUtcNow().UtcDateTime), cancellation);
        return new CommuneAccess(
            kept.Figures.GetValue(access, key => Compute(key, table, least)),
            access.Demand.People,
            provenance with { Method = access.Supply.Ages is null ? t["{0} ; médecins de tous âges, leur âge n’étant pas connu", provenance.Method] : t["{0} ; médecins de moins de 65 ans", provenance.Method] });
    }

    /// <summary>
    /// Those of 65 and over are left out where ages are known, with their part of the acts. That part is the one of the communes that
    /// are told together: who is that old in a village could else be solved for.
    /// </summary>
    private static double?[] Compute(ProfessionAccess access, CommuneTable table, int least)
    {
        var (supply, values) = (access.Supply, access.Figures.Values);
        if (supply.Ages is { } ages)
        {
            var older = supply.AgesToldTogether(table, least).PartsOf(ages.Over65, ages.KnownAge);
            values = access.Catchment.Divide([.. access.Offered.Select((offered, rank) => offered * (1 - (older[rank] ?? 0)))]).Values;
        }

        return [.. values.Select((value, rank) => access.Known[rank] ? value * access.Rule.Per : (double?)null)];
    }

    /// <summary>What was computed, as long as what it was computed from is in use.</summary>
    internal sealed class Kept
    {
        public ConditionalWeakTable<ProfessionAccess, double?[]> Figures { get; } = [];
    }
}
