using Relais.Matching.Certificates;
using Relais.Matching.Instances;

namespace Relais.Matching.Planning;

/// <summary>
/// Raises the bound by moving the prices of the shifts themselves, the multipliers of the cuts staying as they are: a price rises
/// where the best schedules serve too few posts and falls where they serve too many. Polyak's step towards the cost of the plan,
/// each direction bent by the last one (Camerini, Fratta, Maffioli 1975).
/// </summary>
internal sealed class PriceAscent(ShiftInstance instance, PairTable pairs, PriceBound bounds, IReadOnlyCollection<Cut> cuts, int[] surcharge)
{
    private const double Bend = 0.7;
    private const int Patience = 12;
    private readonly bool[] _isTaken = new bool[pairs.Count];
    private readonly double[] _direction = new double[instance.ShiftCount];

    /// <summary>Better prices than these, if any were found.</summary>
    /// <param name="prices">Where it begins, thousandths.</param>
    /// <param name="cost">Of the plan, thousandths: no bound is higher.</param>
    /// <param name="rounds">How many steps at most.</param>
    /// <param name="isStopped">Ends it early.</param>
    /// <returns>The best prices and what they prove, thousandths.</returns>
    public (long[] Prices, long Bound) From(long[] prices, long cost, int rounds, Func<bool> isStopped)
    {
        var (best, bestBound) = (prices, long.MinValue);
        var point = Array.ConvertAll(prices, price => (double)price);
        var (step, failures, mark) = (1.0, 0, long.MinValue);
        for (var round = 0; round < rounds && step > 0.002 && !isStopped(); round++)
        {
            // A hundredth of what is left in so many rounds is not worth waiting for.
            if (round % (4 * Patience) is 0)
            {
                if (mark > long.MinValue && bestBound - mark < (cost - bestBound) / 100)
                {
                    break;
                }

                mark = bestBound;
            }

            var at = Array.ConvertAll(point, price => (long)Math.Round(price));
            var bound = bounds.Of(at, cuts, bounds.BestOf(at, surcharge, _isTaken));
            if (bound > bestBound)
            {
                (best, bestBound, failures) = (at, bound, 0);
                if (cost - bound < 1000)
                {
                    break;
                }
            }
            else if (++failures == Patience)
            {
                (failures, step) = (0, step / 2);
                point = Array.ConvertAll(best, price => (double)price);
                Array.Clear(_direction);
                continue;
            }

            Move(point, step * (cost - bound));
        }

        return (best, bestBound);
    }

    private void Move(double[] point, double reach)
    {
        var lack = Array.ConvertAll(instance.Shifts.Demand, posts => (double)posts);
        for (var pair = 0; pair < _isTaken.Length; pair++)
        {
            lack[pairs.Shift[pair]] -= _isTaken[pair] ? 1 : 0;
        }

        var norm = 0.0;
        for (var shift = 0; shift < point.Length; shift++)
        {
            var isFixed = (lack[shift] > 0 && point[shift] >= 1000.0 * instance.Shifts.Penalty[shift]) || (lack[shift] < 0 && point[shift] <= 0);
            _direction[shift] = isFixed ? 0 : lack[shift] + (Bend * _direction[shift]);
            norm += _direction[shift] * _direction[shift];
        }

        for (var shift = 0; shift < point.Length && norm > 0; shift++)
        {
            point[shift] = Math.Clamp(point[shift] + (reach / norm * _direction[shift]), 0, 1000.0 * instance.Shifts.Penalty[shift]);
        }
    }
}
