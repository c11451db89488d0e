using Relais.Matching.Rest;

namespace Relais.Reinforcement.Needs;

/// <summary>A shift that has begun and lacks somebody: who says yes comes for what is left of it.</summary>
internal static class UnderWay
{
    private static readonly TimeSpan Step = TimeSpan.FromMinutes(5);

    /// <param name="need">The need.</param>
    /// <param name="yes">When the person says yes.</param>
    /// <param name="minutes">Travel from home, where it is known.</param>
    public static bool CanStillBeReached(this Need need, DateTimeOffset yes, int? minutes) =>
        yes < need.StartsAt || (yes < need.AsksUntil && Arrival(yes, minutes) <= need.AsksUntil);

    /// <returns>The whole shift for who says yes before it begins; from arrival for who says it later.</returns>
    public static Interval HoursOf(this Need need, DateTimeOffset yes, int? minutes) =>
        yes >= need.StartsAt && Arrival(yes, minutes) is var arrival && arrival < need.EndsAt
            ? new Interval(arrival, need.EndsAt)
            : new Interval(need.StartsAt, need.EndsAt);

    /// <summary>The break of the shift, unless too little is left of it to take one.</summary>
    public static int BreakOf(this Need need, Interval hours) => Math.Min(need.BreakMinutes, (int)hours.Length.TotalMinutes / 2);

    /// <summary>Minutes of these hours that count as work.</summary>
    public static int WorkedMinutesOf(this Need need, Interval hours) => (int)hours.Length.TotalMinutes - need.BreakOf(hours);

    private static DateTimeOffset Arrival(DateTimeOffset yes, int? minutes)
    {
        var at = yes.AddMinutes(minutes ?? 0).UtcTicks;
        return new DateTimeOffset((at + Step.Ticks - 1) / Step.Ticks * Step.Ticks, TimeSpan.Zero);
    }
}
