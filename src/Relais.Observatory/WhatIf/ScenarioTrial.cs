using Relais.Accessibility.Scenarios;
using Relais.Kernel.Rules;
using Relais.Kernel.Statistics;
using Relais.Observatory.Accessibility;
using Relais.Observatory.Professions;
using Relais.Observatory.Selection;
using Relais.Territory.Contracts;

namespace Relais.Observatory.WhatIf;

/// <summary>Tries what somebody thinks of doing against the accessibility in force: exact, and nothing is changed.</summary>
internal sealed class ScenarioTrial(AccessibilityBook accesses, ICommunes communes, DatedRules rules, TimeProvider clock)
{
    /// <returns>Nothing as long as no supply was taken in.</returns>
    public async Task<TrialGround?> OnAsync(ChosenTerritory? territory, CareProfession profession, CancellationToken cancellation)
    {
        if (await accesses.FindAsync(profession, cancellation) is not { } access)
        {
            return null;
        }

        var table = await communes.GetAsync(cancellation);
        var day = DateOnly.FromDateTime(clock.GetUtcNow().UtcDateTime);
        var cents = await rules.GetAsync<int>("scenario", "advanced-consultation-day-cents", day, cancellation);
        var ground = territory is null
            ? access.Nation
            : new ScenarioGround(access.Catchment, access.Figures, access.Demand.Total, access.Nation.Threshold, territory.Ranks.Select(rank => rank.Value).ToHashSet());
        var least = await rules.GetAsync<int>(SmallNumbers.RuleKind, SmallNumbers.RuleKey, day, cancellation);
        return new TrialGround(ground, access, table, territory, cents / 100.0, least);
    }
}

/// <summary>A territory, ready to try scenarios on.</summary>
/// <param name="EurosPerDay">Of a volunteer.</param>
/// <param name="LeastTold">Of how many people ages are told.</param>
internal sealed record TrialGround(ScenarioGround Ground, ProfessionAccess Access, CommuneTable Communes, ChosenTerritory? Territory, double EurosPerDay, int LeastTold)
{
    /// <summary>Tries a scenario; acts at communes that do not exist any more are left out.</summary>
    public ScenarioReport Try(PlannedScenario scenario) => Ground.Try(new Scenario(scenario.ToString(), [.. scenario.Changes.SelectMany(ChangesOf)]));

    private IEnumerable<SupplyChange> ChangesOf(PlannedChange change)
    {
        if (change.Act is PlannedAct.Retirement)
        {
            return Retirement();
        }

        if (Communes.Find(change.Commune!) is not { Index.Value: var place })
        {
            return [];
        }

        return change.Act switch
        {
            PlannedAct.Settling => [SupplyChange.Practitioners(place, change.Quantity, Access.Rule.FullTime)],
            PlannedAct.Leaving => [SupplyChange.Departure(place, Math.Min(change.Quantity * Access.Rule.FullTime, Access.Offered[place]))],
            _ => [SupplyChange.AdvancedConsultations(place, 1, change.Quantity, Access.Rule.PerDay, EurosPerDay)],
        };
    }

    /// <summary>
    /// Of each commune of the territory, the part of what it offers that those of 60 and over give. That part is the one of the
    /// communes that are told together: the effect on each commune would else say who is leaving in a village.
    /// </summary>
    private IEnumerable<SupplyChange> Retirement()
    {
        if (Access.Supply.Ages is not { } ages || Territory is null)
        {
            yield break;
        }

        var parts = Access.Supply.AgesToldTogether(Communes, LeastTold).PartsOf(ages.Over60, ages.KnownAge);
        foreach (var place in Territory.Ranks.Select(rank => rank.Value))
        {
            if (parts[place] is { } part and > 0)
            {
                yield return SupplyChange.Departure(place, Access.Offered[place] * part);
            }
        }
    }
}
