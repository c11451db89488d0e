namespace Relais.Matching.Instances;

/// <summary>
/// Volunteers and shifts of a horizon, checked and immutable, as parallel arrays. Times are minutes from Monday 00:00; costs
/// are whole units. Memory: about 120 bytes a volunteer and 80 a shift.
/// </summary>
public sealed class ShiftInstance
{
    internal ShiftInstance(PlanningRules rules, VolunteerColumns volunteers, ShiftColumns shifts, Substitution[][] substitutes) =>
        (Rules, Volunteers, Shifts, Substitutes) = (rules, volunteers, shifts, substitutes);

    /// <summary>Rules and costs.</summary>
    public PlanningRules Rules { get; }

    /// <summary>How many people.</summary>
    public int VolunteerCount => Volunteers.Profession.Length;

    /// <summary>How many shifts.</summary>
    public int ShiftCount => Shifts.Start.Length;

    /// <summary>The same, where nobody may hold more than so many shifts.</summary>
    public ShiftInstance WithMostShifts(int most) =>
        new(Rules, Volunteers with { MaxShifts = Array.ConvertAll(Volunteers.MaxShifts, own => Math.Min(own, most)) }, Shifts, Substitutes);

    internal VolunteerColumns Volunteers { get; }

    internal ShiftColumns Shifts { get; }

    /// <summary>By profession needed: the professions that may serve, itself first.</summary>
    internal Substitution[][] Substitutes { get; }

    /// <summary>Minutes that a volunteer may still work in a week; the lowest of all weeks when the window slides.</summary>
    internal int Cap(int volunteer, int week) => Volunteers.Cap[(volunteer * Rules.Weeks) + week];
}

/// <summary>A profession that may serve and what it costs.</summary>
internal readonly record struct Substitution(int Profession, int Penalty);

/// <summary>One array a column; the intervals of volunteer v are at <c>FreeBegin[v] … FreeBegin[v+1]</c>, in order.</summary>
internal sealed record VolunteerColumns(
    int[] Profession, ulong[] Skills, double[] Latitude, double[] Longitude, int[] MaxKilometres, int[] Load, int[] MaxShifts, int[] Cap,
    int[] FreeBegin, int[] FreeStart, int[] FreeEnd);

/// <summary>
/// One array a column. <c>MustHold</c> and <c>WishHeld</c> are a skill bit each or zero; angles are radians; <c>Penalty</c> is
/// the cost of one open post.
/// </summary>
internal sealed record ShiftColumns(
    int[] Profession, ulong[] MustHold, ulong[] WishHeld, double[] Latitude, double[] Longitude, int[] Start, int[] End, int[] Demand, int[] Penalty);
