namespace Relais.Matching.Rest;

/// <summary>
/// Work allowed on average a week over a number of months (hospital doctors: 48 hours over four months,
/// Code de la santé publique, art. R. 6152-27). The text does not say where the months begin: every period that
/// begins at a midnight of the place and touches the asked duty must hold the average.
/// </summary>
/// <remarks>The average divides by the days of the period over seven. O(days of the period × duties near it).</remarks>
public sealed record AverageCap : WorkingTimeRule
{
    /// <summary>Most work a week on average, in minutes.</summary>
    public required int MinutesPerWeek { get; init; }

    /// <summary>Length of the period, in calendar months.</summary>
    public required int Months { get; init; }

    /// <inheritdoc/>
    public override string Code => "rest.average-cap";

    internal override TimeSpan Reach => TimeSpan.FromDays((31 * Months) + 1);

    internal override string? Fault => MinutesPerWeek > 0 && Months is > 0 and <= 24 ? null : "minutesPerWeek and months must be above zero";

    internal override Breach? Find(RestQuestion question)
    {
        var breach = WindowLoad.Worst(this, Periods(question), question.Near(Reach), question.Asked);
        return breach is null ? null : breach with
        {
            Found = PerWeek(breach.Found, breach.Limit),
            Limit = TimeSpan.FromMinutes(MinutesPerWeek),
        };
    }

    private IEnumerable<(Interval Period, TimeSpan Limit)> Periods(RestQuestion question)
    {
        var first = PlaceTime.DayOf(question.Asked.When.Start, question.Zone).AddMonths(-Months);
        var last = PlaceTime.DayOf(question.Asked.When.End, question.Zone);
        for (var day = first; day <= last; day = day.AddDays(1))
        {
            var end = day.AddMonths(Months);
            var period = new Interval(PlaceTime.Midnight(day, question.Zone), PlaceTime.Midnight(end, question.Zone));
            yield return (period, TimeSpan.FromMinutes((long)MinutesPerWeek * (end.DayNumber - day.DayNumber) / 7));
        }
    }

    private TimeSpan PerWeek(TimeSpan found, TimeSpan limit) => TimeSpan.FromMinutes(found / limit * MinutesPerWeek);
}
