using System.Numerics;
using System.Runtime.InteropServices;
using Relais.Matching.Instances;

namespace Relais.Matching.Ranking;

/// <summary>
/// Finds who can serve a shift. A scanner holds the buffers of one thread; the buckets are shared. Cost: one vector step per
/// eight people of the professions that may serve, then a few dozen nanoseconds for each of those within reach.
/// </summary>
internal sealed class CandidateScan(ShiftInstance instance, ProfessionBuckets buckets)
{
    private readonly List<long> _found = [];

    /// <summary>The pairs of the shift as <c>cost × 2³² + volunteer</c>, in no useful order; valid until the next call.</summary>
    public Span<long> Of(int shift)
    {
        _found.Clear();
        var shifts = instance.Shifts;
        var place = ProfessionBuckets.UnitVector(shifts.Latitude[shift], shifts.Longitude[shift]);
        var cosine = Math.Cos(shifts.Latitude[shift]);
        foreach (var substitution in instance.Substitutes[shifts.Profession[shift]])
        {
            var (from, to) = (buckets.Begin[substitution.Profession], buckets.Begin[substitution.Profession + 1]);
            var (x, y, z) = (new Vector<float>(place.X), new Vector<float>(place.Y), new Vector<float>(place.Z));
            for (; from + Vector<float>.Count <= to; from += Vector<float>.Count)
            {
                var product = (x * new Vector<float>(buckets.X, from)) + (y * new Vector<float>(buckets.Y, from)) + (z * new Vector<float>(buckets.Z, from));
                var near = Vector.GreaterThanOrEqual(product, new Vector<float>(buckets.Least, from));
                if (near == Vector<int>.Zero)
                {
                    continue;
                }

                for (var lane = 0; lane < Vector<float>.Count; lane++)
                {
                    if (near[lane] is not 0)
                    {
                        Try(shift, buckets.Volunteer[from + lane], substitution.Penalty, cosine);
                    }
                }
            }

            for (; from < to; from++)
            {
                Try(shift, buckets.Volunteer[from], substitution.Penalty, cosine);
            }
        }

        return CollectionsMarshal.AsSpan(_found);
    }

    private void Try(int shift, int volunteer, int penalty, double cosine)
    {
        if (!PairRules.IsFree(instance, volunteer, shift) || !PairRules.HasSkill(instance, volunteer, shift) || !PairRules.HasMinutes(instance, volunteer, shift))
        {
            return;
        }

        var kilometres = PairRules.Kilometres(instance, volunteer, shift, buckets.CosLatitude[volunteer], cosine);
        if (kilometres <= instance.Volunteers.MaxKilometres[volunteer])
        {
            _found.Add(((long)PairRules.Cost(instance, volunteer, shift, kilometres, penalty) << 32) | (uint)volunteer);
        }
    }
}
