namespace Relais.Matching.Rest;

/// <summary>
/// Whether somebody may work certain hours on top of those they are held to: nobody is in two places at once, and the
/// rules of their regime hold, counted on instants over all employers.
/// </summary>
/// <remarks>Pure and deterministic. Microseconds for the duties of a week, below a millisecond for those of four months.</remarks>
public sealed class RestCheck(WorkingTimeRules rules)
{
    /// <summary>How far ahead <see cref="RestRefusal.EarliestStart"/> is looked for.</summary>
    public static readonly TimeSpan Horizon = TimeSpan.FromDays(400);

    private const string Overlap = "rest.overlap";

    /// <summary>Answers the question; the first rule broken is the one cited, an overlap before any rule of law.</summary>
    public RestVerdict Judge(RestQuestion question)
    {
        var inForce = rules.InForce(question.Regime, question.Day);
        var unknown = inForce.Count > 0 && !question.KnownEmployerShifts;

        if (FindOverlap(question) is { } overlap)
        {
            return new RestVerdict(overlap with { EarliestStart = FindEarliestStart(question) }, unknown);
        }

        var breach = inForce.Select(rule => rule.Find(question)).FirstOrDefault(found => found is not null);
        return new RestVerdict(breach is null ? null : Refuse(breach, question), unknown);
    }

    /// <summary>The answer without its reasons: what to ask for many people at once.</summary>
    public bool Allows(RestQuestion question)
    {
        foreach (var duty in question.Held)
        {
            if (duty.When.Overlaps(question.Asked.When))
            {
                return false;
            }
        }

        foreach (var rule in rules.InForce(question.Regime, question.Day))
        {
            if (rule.Find(question) is not null)
            {
                return false;
            }
        }

        return true;
    }

    /// <summary>The span in which duties may matter to the answer: what to load before asking.</summary>
    public Interval WindowAround(Regime regime, Interval asked, TimeZoneInfo zone)
    {
        var reach = rules.InForce(regime, PlaceTime.DayOf(asked.Start, zone)).Select(rule => rule.Reach).DefaultIfEmpty(TimeSpan.Zero).Max();
        return asked.Widened(reach, reach);
    }

    private static RestRefusal? FindOverlap(RestQuestion question)
    {
        var conflicts = InOrder(question.Held.Where(duty => duty.When.Overlaps(question.Asked.When)));
        return conflicts.Count == 0 ? null
            : new RestRefusal(Overlap, (int)Math.Ceiling(conflicts.Sum(duty => duty.When.SharedWith(question.Asked.When).TotalMinutes)), 0, null, conflicts, null);
    }

    private RestRefusal Refuse(Breach breach, RestQuestion question) => new(
        breach.Rule.Code,
        WholeMinutes(breach),
        (int)breach.Limit.TotalMinutes,
        breach.Rule.Article,
        InOrder(breach.Conflicts),
        FindEarliestStart(question));

    /// <summary>Each breach says before which instant it cannot end; jumping there never skips a start that would do.</summary>
    private DateTimeOffset? FindEarliestStart(RestQuestion question)
    {
        var horizon = question.Asked.When.Start + Horizon;
        var moved = question;
        while (NextStart(moved) is { } start)
        {
            if (start > horizon)
            {
                return null;
            }

            moved = moved with { Asked = new Duty(moved.Asked.Id, moved.Asked.When.MovedTo(start), moved.Asked.WorkedMinutes) };
        }

        return moved.Asked.When.Start;
    }

    private DateTimeOffset? NextStart(RestQuestion question)
    {
        var afterOverlaps = question.Held.Where(duty => duty.When.Overlaps(question.Asked.When)).Select(duty => (DateTimeOffset?)duty.When.End);
        var afterBreaches = rules.InForce(question.Regime, question.Day).Select(rule => rule.Find(question)?.NotBefore);
        return afterOverlaps.Concat(afterBreaches).Max();
    }

    /// <summary>Rest is rounded down and work up, so that the figure shown never looks allowed.</summary>
    private static int WholeMinutes(Breach breach) => (int)(breach.Found < breach.Limit
        ? Math.Floor(breach.Found.TotalMinutes)
        : Math.Ceiling(Math.Round(breach.Found.TotalMinutes, 6)));

    private static IReadOnlyList<Duty> InOrder(IEnumerable<Duty> duties) => [.. duties.OrderBy(duty => duty.When.Start).ThenBy(duty => duty.Id)];
}
