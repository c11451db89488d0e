namespace Relais.Matching.Rest;

/// <summary>
/// Consecutive rest between two duties, measured on instants: a night of clock change or a flight across zones
/// neither gives nor takes an hour. Every pair of neighbours counts, even two duties of the same day.
/// </summary>
public sealed record DailyRest : WorkingTimeRule
{
    /// <summary>Least rest, in elapsed minutes.</summary>
    public required int Minutes { get; init; }

    /// <inheritdoc/>
    public override string Code => "rest.daily";

    internal override TimeSpan Reach => TimeSpan.FromMinutes(Minutes);

    internal override string? Fault => Minutes > 0 ? null : "minutes must be above zero";

    internal override Breach? Find(RestQuestion question)
    {
        var asked = question.Asked.When;
        var protectedSpan = asked.Widened(Reach, Reach);
        var tooClose = question.Held.Where(duty => duty.When.Overlaps(protectedSpan)).ToList();
        if (tooClose.Count == 0)
        {
            return null;
        }

        var shortest = tooClose.Min(duty => Gap(duty.When, asked));
        var conflicts = tooClose.Where(duty => Gap(duty.When, asked) == shortest).ToList();
        return new Breach(this, shortest, Reach, conflicts, tooClose.Max(duty => duty.When.End) + Reach);
    }

    private static TimeSpan Gap(Interval one, Interval other)
    {
        var gap = one.End <= other.Start ? other.Start - one.End : one.Start - other.End;
        return gap > TimeSpan.Zero ? gap : TimeSpan.Zero;
    }
}
