using Relais.Commitments.Calendars;
using Relais.Commitments.Holding;
using Relais.Matching.Rest;

namespace Relais.Commitments.EmployerShifts;

/// <summary>Why an event of a calendar makes no shift.</summary>
internal enum LeftOutReason
{
    WholeDay,
    FreeTime,
    NoLength,
    TooLong,
    UnreadRepetition,
    OverlapsCommitment,
    OverlapsShift,
}

/// <param name="Standing">What is already held and stands in the way.</param>
internal sealed record LeftOut(Occurrence Occurrence, LeftOutReason Reason, Interval? Standing = null);

/// <summary>The shifts that the events of a calendar make, given what their person is already held to.</summary>
internal sealed record ShiftPlan(IReadOnlyList<Interval> Shifts, IReadOnlyList<LeftOut> LeftOut, int Joined)
{
    /// <summary>No post lasts longer, hand-over included: what does is leave, a course or a mistake.</summary>
    public static readonly TimeSpan LongestShift = TimeSpan.FromHours(48);

    public static ShiftPlan Make(IReadOnlyList<Occurrence> occurrences, IReadOnlyList<Commitment> held, bool wholeDaysWork)
    {
        var ordered = occurrences.OrderBy(occurrence => occurrence.Start).ThenBy(occurrence => occurrence.End).ToList();
        var judged = ordered.ConvertAll(occurrence => (Occurrence: occurrence, Out: Judge(occurrence, held, wholeDaysWork)));
        var kept = judged.Where(one => one.Out is null).Select(one => one.Occurrence.When!.Value).ToList();
        var shifts = Join(kept);
        return new ShiftPlan(shifts, OnceAnEvent(judged.Select(one => one.Out).OfType<LeftOut>()), kept.Count - shifts.Count);
    }

    private static LeftOut? Judge(Occurrence occurrence, IReadOnlyList<Commitment> held, bool wholeDaysWork)
    {
        var one = occurrence.Event;
        if (one.UnreadRepetition is not null)
        {
            return new LeftOut(occurrence, LeftOutReason.UnreadRepetition);
        }

        var isRestDay = one.Start.IsDay && !wholeDaysWork;
        if (isRestDay || one.IsFree)
        {
            return new LeftOut(occurrence, isRestDay ? LeftOutReason.WholeDay : LeftOutReason.FreeTime);
        }

        if (occurrence.When is not { } when || when.Length > LongestShift)
        {
            return new LeftOut(occurrence, occurrence.When is null ? LeftOutReason.NoLength : LeftOutReason.TooLong);
        }

        return held.FirstOrDefault(commitment => commitment.When.Overlaps(when)) is { } standing
            ? new LeftOut(occurrence, standing.AtEmployer ? LeftOutReason.OverlapsShift : LeftOutReason.OverlapsCommitment, standing.When)
            : null;
    }

    /// <summary>What is wrong with an event is said once; what stands in its way, for each of its dates.</summary>
    private static IReadOnlyList<LeftOut> OnceAnEvent(IEnumerable<LeftOut> leftOut) =>
        [.. leftOut.DistinctBy(one => (one.Occurrence.Event.Line, one.Reason, one.Standing is null ? default : one.Occurrence.Start))];

    /// <summary>The shifts in order; those that overlap make one from the first start to the last end.</summary>
    private static List<Interval> Join(IEnumerable<Interval> ordered)
    {
        var joined = new List<Interval>();
        foreach (var when in ordered)
        {
            if (joined is [.., var last] && last.Overlaps(when))
            {
                joined[^1] = new Interval(last.Start, last.End > when.End ? last.End : when.End);
            }
            else
            {
                joined.Add(when);
            }
        }

        return joined;
    }
}
