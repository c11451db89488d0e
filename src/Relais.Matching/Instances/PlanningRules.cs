namespace Relais.Matching.Instances;

/// <summary>The rules and the costs that hold for every volunteer of an instance. Minutes and whole cost units.</summary>
/// <param name="RestMinutes">Least time between the end of a shift and the start of the next.</param>
/// <param name="IsSliding">The cap on minutes holds over any seven days, not only over calendar weeks.</param>
/// <param name="FatigueStep">The n-th shift of a volunteer costs this × (n − 1) more.</param>
/// <param name="KilometreCost">Cost of one kilometre.</param>
/// <param name="SkillGapCost">Cost of sending somebody without a skill that is wished but not demanded.</param>
/// <param name="LoadCost">Cost of one mission of the last 28 days.</param>
/// <param name="Days">Length of the horizon, days.</param>
public sealed record PlanningRules(int RestMinutes, bool IsSliding, int FatigueStep, int KilometreCost, int SkillGapCost, int LoadCost, int Days)
{
    /// <summary>Minutes of a week, and of a sliding window.</summary>
    public const int Week = 10_080;

    /// <summary>Calendar weeks that the horizon touches.</summary>
    public int Weeks => (Days + 6) / 7;
}
