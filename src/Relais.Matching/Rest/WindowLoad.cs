namespace Relais.Matching.Rest;

/// <summary>Work counted in windows that must not hold more than a limit.</summary>
internal static class WindowLoad
{
    /// <summary>
    /// The window that exceeds its limit the most, among those in which the asked duty weighs; null when none does.
    /// </summary>
    /// <remarks>
    /// To respect one window, the asked duty may leave in it only what the others do not use, hence start no earlier than
    /// its end less that allowance. Any start before that instant breaks the same window: the latest such instant of
    /// all windows is a sound <see cref="Breach.NotBefore"/>.
    /// </remarks>
    public static Breach? Worst(WorkingTimeRule rule, IEnumerable<(Interval Window, TimeSpan Limit)> windows, IReadOnlyList<Duty> held, Duty asked)
    {
        var worst = (Excess: TimeSpan.Zero, Window: default(Interval), Limit: TimeSpan.Zero);
        var notBefore = DateTimeOffset.MinValue;

        foreach (var (window, limit) in windows)
        {
            var added = asked.WorkIn(window);
            var others = held.Aggregate(TimeSpan.Zero, (sum, duty) => sum + duty.WorkIn(window));
            var excess = others + added - limit;
            if (excess <= TimeSpan.Zero || added == TimeSpan.Zero)
            {
                continue;
            }

            var allowance = limit > others ? limit - others : TimeSpan.Zero;
            if (window.End - allowance > notBefore)
            {
                notBefore = window.End - allowance;
            }

            if (excess > worst.Excess)
            {
                worst = (excess, window, limit);
            }
        }

        return worst.Excess == TimeSpan.Zero
            ? null
            : new Breach(rule, worst.Limit + worst.Excess, worst.Limit, [.. held.Where(duty => duty.WorkIn(worst.Window) > TimeSpan.Zero)], notBefore);
    }
}
