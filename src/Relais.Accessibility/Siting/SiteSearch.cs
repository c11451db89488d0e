using Relais.Accessibility.Scenarios;
using Relais.Accessibility.Times;

namespace Relais.Accessibility.Siting;

/// <summary>
/// Where a next site, or the k next sites, would serve best. A site adds the same supply wherever it is; what it changes is
/// computed exactly on its own catchment.
/// </summary>
/// <remarks>
/// <para>
/// <b>The bound.</b> Let F be the criterion and G a function of sets of sites with F ≤ G, G(∅) = 0, G monotone and submodular. For any
/// set S and any set T of k sites, G(T) ≤ G(S ∪ T) ≤ G(S) + Σ_{t∈T} [G(S + t) − G(S)], the first because G is monotone, the second because
/// it is submodular. So F(T) ≤ G(S) + the sum of the k largest gains of G at S; the least of these over every S that the greedy choice passes
/// through is the bound.
/// </para>
/// <para>
/// Vulnerability: F is a sum over sites (accessibility is linear in the supply), so G = F and the greedy choice is the best one. Travel: F =
/// Σ people·max(0, nearest − least minutes to a site) is a weighted maximum, monotone and submodular, so G = F. People lifted: F counts a
/// commune once the sum x of what the sites add reaches its shortfall d, which is not submodular; but [x ≥ d] ≤ min(1, x/d), a concave
/// function of a sum of terms that are zero or more, hence monotone and submodular: G sums people·min(1, x/d).
/// </para>
/// </remarks>
public sealed class SiteSearch
{
    private readonly ScenarioGround _ground;
    private readonly Site[] _sites;
    private readonly double[] _vulnerability;
    private readonly double[] _nearest;

    /// <param name="ground">The country as it is, with its threshold.</param>
    /// <param name="times">The travel times of the catchment: those to candidates, and to practices that have supply.</param>
    /// <param name="supply">Of each place, as it is.</param>
    /// <param name="candidates">Ranks of the places where a site could be, each once.</param>
    /// <param name="added">What a site gives a year, more than zero.</param>
    /// <param name="vulnerability">Of each place, zero or more; none: all people alike.</param>
    public SiteSearch(ScenarioGround ground, SparseTimes times, ReadOnlySpan<double> supply, IReadOnlyList<int> candidates, double added, IReadOnlyList<double>? vulnerability = null)
    {
        ArgumentNullException.ThrowIfNull(ground);
        ArgumentNullException.ThrowIfNull(times);
        ArgumentNullException.ThrowIfNull(candidates);
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(added);
        _ground = ground;
        _vulnerability = vulnerability is null ? [.. Enumerable.Repeat(1.0, ground.Catchment.Count)] : [.. vulnerability];
        _nearest = NearestPractice(times, supply, ground.Catchment.Parameters.Decay.Limit);
        var minutesTo = MinutesTo(times, candidates);
        _sites = [.. candidates.Select((place, at) => new Site(place, [.. ground.Catchment.Add(place, added)], minutesTo[at]))];
    }

    /// <summary>Every candidate with what it would bring alone, the best first; equals by rank.</summary>
    public IReadOnlyList<SiteGain> Rank(SiteCriterion criterion)
    {
        var (lifted, vulnerability, travel) = (NewGoal(SiteCriterion.PeopleLifted), NewGoal(SiteCriterion.Vulnerability), NewGoal(SiteCriterion.TravelSaved));
        return [.. _sites
            .Select(site => new SiteGain(site.Place, lifted.Gain(site).Real, vulnerability.Gain(site).Real, travel.Gain(site).Real))
            .OrderByDescending(gain => gain.By(criterion)).ThenBy(gain => gain.Place)];
    }

    /// <summary>Chooses sites one after the other, each the one that adds most; where none adds anything yet, the one that comes nearest to it.</summary>
    /// <param name="count">How many; fewer when there are not as many candidates.</param>
    public SiteChoice Choose(SiteCriterion criterion, int count)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(count);
        count = Math.Min(count, _sites.Length);
        var (goal, left, chosen, bound) = (NewGoal(criterion), _sites.ToList(), new List<(int, double)>(), double.PositiveInfinity);
        while (true)
        {
            var gains = left.Select(site => (Site: site, Gain: goal.Gain(site))).ToList();
            bound = Math.Min(bound, goal.Relaxed + gains.Select(one => one.Gain.Relaxed).OrderDescending().Take(count).Sum());
            if (chosen.Count == count)
            {
                return new SiteChoice(chosen, goal.Real, bound);
            }

            var best = gains.MaxBy(one => one.Gain);
            goal.Take(best.Site);
            left.Remove(best.Site);
            chosen.Add((best.Site.Place, best.Gain.Real));
        }
    }

    private Goal NewGoal(SiteCriterion criterion) => criterion switch
    {
        SiteCriterion.PeopleLifted => new LiftedGoal(_ground),
        SiteCriterion.Vulnerability => new VulnerabilityGoal(_ground.Catchment.Demand.ToArray(), _vulnerability),
        _ => new TravelGoal(_ground.Population, _nearest),
    };

    /// <summary>Minutes from each place to the nearest that has supply; the limit of the catchments where none is that near.</summary>
    private static double[] NearestPractice(SparseTimes times, ReadOnlySpan<double> supply, double limit)
    {
        var nearest = new double[times.Count];
        for (var residence = 0; residence < nearest.Length; residence++)
        {
            nearest[residence] = limit;
            for (var pair = times.Start[residence]; pair < times.Start[residence + 1]; pair++)
            {
                if (supply[times.Column[pair]] > 0)
                {
                    nearest[residence] = Math.Min(nearest[residence], times.At(pair));
                }
            }
        }

        return nearest;
    }

    private static List<(int Residence, double Minutes)>[] MinutesTo(SparseTimes times, IReadOnlyList<int> candidates)
    {
        var (at, minutes) = (new int[times.Count], candidates.Select(_ => new List<(int, double)>()).ToArray());
        Array.Fill(at, -1);
        for (var candidate = 0; candidate < candidates.Count; candidate++)
        {
            at[candidates[candidate]] = candidate;
        }

        for (var residence = 0; residence < times.Count; residence++)
        {
            for (var pair = times.Start[residence]; pair < times.Start[residence + 1]; pair++)
            {
                if (at[times.Column[pair]] is >= 0 and var candidate)
                {
                    minutes[candidate].Add((residence, times.At(pair)));
                }
            }
        }

        return minutes;
    }
}
