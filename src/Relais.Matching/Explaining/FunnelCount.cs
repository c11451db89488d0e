using Relais.Matching.Instances;
using Relais.Matching.Ranking;

namespace Relais.Matching.Explaining;

/// <summary>Counts, for a shift, whom each rule lets through.</summary>
internal sealed class FunnelCount(ShiftInstance instance, ProfessionBuckets buckets)
{
    public OpenFunnel Of(int shift)
    {
        var (profession, skill, distance, available, eligible) = (0, 0, 0, 0, 0);
        var cosine = Math.Cos(instance.Shifts.Latitude[shift]);
        foreach (var substitution in instance.Substitutes[instance.Shifts.Profession[shift]])
        {
            for (var place = buckets.Begin[substitution.Profession]; place < buckets.Begin[substitution.Profession + 1]; place++)
            {
                var volunteer = buckets.Volunteer[place];
                profession++;
                if (!PairRules.HasSkill(instance, volunteer, shift))
                {
                    continue;
                }

                skill++;
                if (PairRules.Kilometres(instance, volunteer, shift, buckets.CosLatitude[volunteer], cosine) > instance.Volunteers.MaxKilometres[volunteer])
                {
                    continue;
                }

                distance++;
                if (PairRules.IsFree(instance, volunteer, shift))
                {
                    available++;
                    eligible += PairRules.HasMinutes(instance, volunteer, shift) ? 1 : 0;
                }
            }
        }

        return new OpenFunnel(profession, skill, distance, available, eligible);
    }
}
