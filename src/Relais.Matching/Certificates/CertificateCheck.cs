using Relais.Matching.Instances;
using Relais.Matching.Planning;

namespace Relais.Matching.Certificates;

/// <summary>What the certificate of a plan proves.</summary>
/// <param name="Fault">Why it is rejected, or null.</param>
/// <param name="Bound">No plan costs less than this, in whole units; 0 when rejected.</param>
public sealed record CertificateVerdict(string? Fault, long Bound);

/// <summary>
/// Recomputes a bound from prices and cuts, trusting neither: a price outside 0 … cost of an open post is rejected, and a cut is used
/// only after a search through all schedules of its volunteer found none that breaks it.
/// </summary>
public static class CertificateCheck
{
    /// <summary>Linear in the pairs, times the labels of a schedule; a cut of n shifts takes at most 2ⁿ steps, in practice few.</summary>
    public static CertificateVerdict Of(ShiftInstance instance, IReadOnlyList<long> prices, IReadOnlyList<CertifiedCut> cuts)
    {
        ArgumentNullException.ThrowIfNull(instance);
        ArgumentNullException.ThrowIfNull(prices);
        ArgumentNullException.ThrowIfNull(cuts);
        if (prices.Count != instance.ShiftCount)
        {
            return new CertificateVerdict(FormattableString.Invariant($"{prices.Count} prices for {instance.ShiftCount} shifts"), 0);
        }

        for (var shift = 0; shift < instance.ShiftCount; shift++)
        {
            if (prices[shift] < 0 || prices[shift] > 1000L * instance.Shifts.Penalty[shift])
            {
                return new CertificateVerdict(FormattableString.Invariant($"price of shift {shift}"), 0);
            }
        }

        var pairs = PairTable.Of(instance, 1);
        var (surcharge, used) = (new int[pairs.Count], new List<Cut>());
        foreach (var cut in cuts)
        {
            if (cut.Volunteer < 0 || cut.Volunteer >= instance.VolunteerCount)
            {
                return new CertificateVerdict(FormattableString.Invariant($"cut of volunteer {cut.Volunteer}"), 0);
            }

            var inside = Enumerable.Range(pairs.Begin[cut.Volunteer], pairs.Begin[cut.Volunteer + 1] - pairs.Begin[cut.Volunteer])
                .Where(pair => cut.Shifts.Contains(pairs.Shift[pair])).ToArray();
            if (cut.Multiplier < 0 || HoldsMore(new ScheduleRules(instance), cut, Array.ConvertAll(inside, pair => pairs.Shift[pair]), [], 0))
            {
                return new CertificateVerdict(FormattableString.Invariant($"cut of volunteer {cut.Volunteer}"), 0);
            }

            used.Add(new Cut(cut.Volunteer, cut.Most, inside) { Multiplier = cut.Multiplier });
            Array.ForEach(inside, pair => surcharge[pair] += cut.Multiplier);
        }

        var bound = new PriceBound(instance, pairs, 1).Of([.. prices], used, surcharge);
        return new CertificateVerdict(null, (long)Math.Ceiling(bound / 1000m));
    }

    private static bool HoldsMore(ScheduleRules rules, CertifiedCut cut, int[] shifts, List<int> chosen, int from)
    {
        if (chosen.Count > cut.Most)
        {
            return true;
        }

        for (var at = from; at < shifts.Length; at++)
        {
            chosen.Add(shifts[at]);
            if (rules.Allows(cut.Volunteer, chosen.ToArray()) && HoldsMore(rules, cut, shifts, chosen, at + 1))
            {
                return true;
            }

            chosen.RemoveAt(chosen.Count - 1);
        }

        return false;
    }
}
