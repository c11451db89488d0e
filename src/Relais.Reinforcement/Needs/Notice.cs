namespace Relais.Reinforcement.Needs;

/// <summary>How urgent the time that is left makes a need.</summary>
internal static class Notice
{
    private static readonly TimeSpan Immediate = TimeSpan.FromHours(12);
    private static readonly TimeSpan Soon = TimeSpan.FromDays(3);

    public static Urgency UrgencyOf(TimeSpan left) => left <= Immediate ? Urgency.Immediate : left <= Soon ? Urgency.Soon : Urgency.Planned;

    /// <summary>A need written days ahead grows urgent as its hour comes; none grows less so.</summary>
    public static Urgency UrgencyAt(this Need need, DateTimeOffset now) =>
        (Urgency)Math.Min((int)need.Urgency, (int)UrgencyOf(need.StartsAt - now));

    /// <summary>From when on a need is at least so urgent: from the beginning as urgent as it was said to be.</summary>
    public static DateTimeOffset BecomesAt(this Need need, Urgency urgency) => urgency switch
    {
        _ when urgency == need.Urgency => DateTimeOffset.MinValue,
        Urgency.Immediate => need.StartsAt - Immediate,
        _ => need.StartsAt - Soon,
    };
}
