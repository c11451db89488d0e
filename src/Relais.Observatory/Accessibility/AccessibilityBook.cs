using System.Collections.Concurrent;
using Relais.Accessibility.Catchments;
using Relais.Accessibility.Parameters;
using Relais.Accessibility.Times;
using Relais.Kernel.Rules;
using Relais.Observatory.Methods;
using Relais.Observatory.Professions;
using Relais.Observatory.Published;
using Relais.Observatory.Supply;
using Relais.Observatory.Travel;
using Relais.Territory.Contracts;

namespace Relais.Observatory.Accessibility;

/// <summary>
/// The accessibility of a profession, from the supply, the people and the travel times in force. It is computed once for each
/// set of them (some tenths of a second for the country) and kept.
/// </summary>
internal sealed class AccessibilityBook(ICommunes communes, SupplyBook supplies, PublishedBook published, TimesBook travel, DatedRules rules, TimeProvider clock, AccessibilityBook.Kept kept, TriedMethods tried)
{
    /// <param name="cancellation">Gives up.</param>
    /// <param name="chosen">Parameters that a reader tries; those in use when there are none.</param>
    /// <returns>Nothing as long as no supply of that profession was taken in: without it no accessibility is shown.</returns>
    public async ValueTask<ProfessionAccess?> FindAsync(CareProfession profession, CancellationToken cancellation, CatchmentParameters? chosen = null)
    {
        if (await supplies.FindAsync(profession, cancellation) is not { } supply)
        {
            return null;
        }

        var rule = await SupplyRule.InForceAsync(rules, profession, DateOnly.FromDateTime(clock.GetUtcNow().UtcDateTime), cancellation);
        var demand = await DemandAsync(profession, cancellation);
        var parameters = chosen ?? ParameterSets.Default;

        // Times are made once for the parameters in use and once for all that reach farther.
        var times = await travel.FindAsync(parameters.Decay.Limit <= ParameterSets.Default.Decay.Limit ? ParameterSets.Default.Decay.Limit : MethodChoice.MostMinutes, cancellation);
        var key = new AccessKey(times, profession, supply.Dataset.Id, demand.Key, rule, parameters);
        return chosen is null ? kept.Find(key, Compute) : await tried.FindAsync(key, Compute, cancellation);

        ProfessionAccess Compute() => ProfessionAccess.Of(profession, supply, rule, demand, times, new Catchment(times, parameters, demand.People));
    }

    /// <summary>The standardised population that DREES publishes where it was imported; else everybody counts for one.</summary>
    private async ValueTask<Demand> DemandAsync(CareProfession profession, CancellationToken cancellation)
    {
        var people = await communes.PeopleAsync(PopulationCount.Reference, cancellation);
        double[] total = [.. people.People.Select(count => (double)(count ?? 0))];
        return await published.YearsAsync(profession, cancellation) is [var year, ..]
            ? new Demand(year.Dataset.Id, year.Standardised, total, people, year)
            : new Demand(Guid.Empty, total, total, people, null);
    }

    /// <summary>What was computed last for each profession, for all requests: some thirty megabytes each.</summary>
    internal sealed class Kept
    {
        private readonly ConcurrentDictionary<CareProfession, (AccessKey Key, Lazy<ProfessionAccess> Access)> _last = new();

        public ProfessionAccess Find(AccessKey key, Func<ProfessionAccess> compute)
        {
            var fresh = (key, new Lazy<ProfessionAccess>(compute));
            return _last.AddOrUpdate(key.Profession, fresh, (_, last) => last.Key == key ? last : fresh).Access.Value;
        }
    }
}

/// <summary>All that an accessibility is computed from.</summary>
internal sealed record AccessKey(SparseTimes Times, CareProfession Profession, Guid Supply, Guid Demand, SupplyRule Rule, CatchmentParameters Parameters);
