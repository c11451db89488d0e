namespace Relais.Matching.Rest;

/// <summary>
/// Work allowed in a calendar week, from Monday 00:00 to Monday 00:00 on the clocks of the place of work
/// (private sector: 48 hours, Code du travail, art. L. 3121-20). The week of a clock change lasts 167 or 169 hours.
/// </summary>
public sealed record CalendarWeekCap : WorkingTimeRule
{
    /// <summary>Most work in a week, in minutes.</summary>
    public required int Minutes { get; init; }

    /// <inheritdoc/>
    public override string Code => "rest.calendar-week";

    internal override TimeSpan Reach => TimeSpan.FromDays(8);

    internal override string? Fault => Minutes > 0 ? null : "minutes must be above zero";

    internal override Breach? Find(RestQuestion question)
    {
        var limit = TimeSpan.FromMinutes(Minutes);
        return WindowLoad.Worst(this, Weeks(question).Select(week => (week, limit)), question.Near(Reach), question.Asked);
    }

    private static IEnumerable<Interval> Weeks(RestQuestion question)
    {
        var monday = PlaceTime.MondayOf(PlaceTime.DayOf(question.Asked.When.Start, question.Zone));
        for (var start = PlaceTime.Midnight(monday, question.Zone); start < question.Asked.When.End;)
        {
            monday = monday.AddDays(7);
            var end = PlaceTime.Midnight(monday, question.Zone);
            yield return new Interval(start, end);
            start = end;
        }
    }
}
