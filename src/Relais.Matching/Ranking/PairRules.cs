using Relais.Matching.Instances;

namespace Relais.Matching.Ranking;

/// <summary>Why a volunteer cannot serve a shift, in the order in which the rules are asked.</summary>
public enum PairRule
{
    /// <summary>Nothing stops them.</summary>
    None,

    /// <summary>Neither the profession asked for nor one that may stand in.</summary>
    Profession,

    /// <summary>A skill that must be held is not.</summary>
    Skill,

    /// <summary>Further than the volunteer goes.</summary>
    Distance,

    /// <summary>Not free during the whole of the shift, in one interval.</summary>
    Available,

    /// <summary>Longer than the minutes left in its week.</summary>
    Week,
}

/// <summary>The rules that look at one volunteer and one shift, each on its own; planner, ranking and explanations ask the same ones.</summary>
internal static class PairRules
{
    /// <summary>The first rule that stops the volunteer.</summary>
    public static PairRule FirstBroken(ShiftInstance instance, int volunteer, int shift)
    {
        if (Penalty(instance, volunteer, shift) is null)
        {
            return PairRule.Profession;
        }

        if (!HasSkill(instance, volunteer, shift))
        {
            return PairRule.Skill;
        }

        return Kilometres(instance, volunteer, shift) > instance.Volunteers.MaxKilometres[volunteer] ? PairRule.Distance
            : !IsFree(instance, volunteer, shift) ? PairRule.Available
            : !HasMinutes(instance, volunteer, shift) ? PairRule.Week : PairRule.None;
    }

    /// <summary>What it costs that this profession serves, or null when it may not.</summary>
    public static int? Penalty(ShiftInstance instance, int volunteer, int shift)
    {
        foreach (var substitution in instance.Substitutes[instance.Shifts.Profession[shift]])
        {
            if (substitution.Profession == instance.Volunteers.Profession[volunteer])
            {
                return substitution.Penalty;
            }
        }

        return null;
    }

    public static bool HasSkill(ShiftInstance instance, int volunteer, int shift) =>
        (instance.Shifts.MustHold[shift] & ~instance.Volunteers.Skills[volunteer]) is 0;

    public static bool LacksWish(ShiftInstance instance, int volunteer, int shift) =>
        (instance.Shifts.WishHeld[shift] & ~instance.Volunteers.Skills[volunteer]) is not 0;

    public static bool IsFree(ShiftInstance instance, int volunteer, int shift)
    {
        var people = instance.Volunteers;
        var (low, high) = (people.FreeBegin[volunteer], people.FreeBegin[volunteer + 1]);
        var (start, first) = (instance.Shifts.Start[shift], low);
        while (low < high)
        {
            var middle = (low + high) >> 1;
            (low, high) = people.FreeStart[middle] <= start ? (middle + 1, high) : (low, middle);
        }

        return low > first && people.FreeEnd[low - 1] >= instance.Shifts.End[shift];
    }

    public static bool HasMinutes(ShiftInstance instance, int volunteer, int shift) =>
        instance.Shifts.End[shift] - instance.Shifts.Start[shift] <= instance.Cap(volunteer, instance.Shifts.Start[shift] / PlanningRules.Week);

    public static int Kilometres(ShiftInstance instance, int volunteer, int shift) => Kilometres(
        instance, volunteer, shift, Math.Cos(instance.Volunteers.Latitude[volunteer]), Math.Cos(instance.Shifts.Latitude[shift]));

    /// <summary>Great-circle distance by the haversine, rounded up to a whole kilometre.</summary>
    public static int Kilometres(ShiftInstance instance, int volunteer, int shift, double cosineThere, double cosineHere)
    {
        var north = Math.Sin((instance.Volunteers.Latitude[volunteer] - instance.Shifts.Latitude[shift]) / 2);
        var east = Math.Sin((instance.Volunteers.Longitude[volunteer] - instance.Shifts.Longitude[shift]) / 2);
        var half = (north * north) + (cosineThere * cosineHere * (east * east));
        return (int)Math.Ceiling(2 * ProfessionBuckets.EarthKilometres * Math.Asin(Math.Sqrt(Math.Min(1, half))));
    }

    public static int Cost(ShiftInstance instance, int volunteer, int shift, int kilometres, int penalty)
    {
        var rules = instance.Rules;
        return (rules.KilometreCost * kilometres) + penalty
            + (LacksWish(instance, volunteer, shift) ? rules.SkillGapCost : 0)
            + (rules.LoadCost * instance.Volunteers.Load[volunteer]);
    }
}
