using System.Text.Json.Serialization;
using Relais.Matching.Rest;
using Relais.Reinforcement.Pay;

namespace Relais.Reinforcement.Series;

/// <summary>Which dates a need repeats on: chosen days of every so many weeks, from a day on. Dates are those of the place.</summary>
internal sealed record Recurrence
{
    private readonly IReadOnlyList<DayOfWeek> _days = [];
    private readonly int _everyWeeks = 1;

    /// <summary>The first date that may be; its week, from Monday, is the first of the count of weeks.</summary>
    public required DateOnly From { get; init; }

    /// <exception cref="ArgumentException">No day at all: the series would have no date and no end.</exception>
    public required IReadOnlyList<DayOfWeek> Days
    {
        get => _days;
        init => _days = value.Count > 0 ? value : throw new ArgumentException("A series needs a day of the week", nameof(value));
    }

    public int EveryWeeks
    {
        get => _everyWeeks;
        init
        {
            ArgumentOutOfRangeException.ThrowIfLessThan(value, 1);
            _everyWeeks = value;
        }
    }

    public required RecurrenceEnd End { get; init; }

    public bool SkipsHolidays { get; init; }

    /// <summary>Dates left out one by one. They count among the dates of a series that ends after so many.</summary>
    public IReadOnlyList<DateOnly> LeftOut { get; init; } = [];

    /// <summary>In order, those that are not kept included, so that a screen can show them crossed out.</summary>
    public IEnumerable<RecurrenceDate> Dates()
    {
        var leftOut = LeftOut.ToHashSet();
        var offsets = Days.Select(PlaceTime.DaysAfterMonday).Distinct().Order().ToList();
        var count = 0;
        for (var monday = PlaceTime.MondayOf(From); ; monday = monday.AddDays(7 * EveryWeeks))
        {
            foreach (var day in offsets.Select(monday.AddDays).Where(day => day >= From))
            {
                if (End.IsBefore(day, ++count))
                {
                    yield break;
                }

                yield return new RecurrenceDate(day, FrenchHolidays.IsHoliday(day), leftOut.Contains(day), SkipsHolidays);
            }
        }
    }
}

/// <summary>A date that the rule gives.</summary>
/// <param name="IsHoliday">A public holiday begins that day.</param>
/// <param name="IsLeftOut">Left out by hand.</param>
/// <param name="SkipsHolidays">Whether the series leaves holidays out.</param>
internal readonly record struct RecurrenceDate(DateOnly Day, bool IsHoliday, bool IsLeftOut, bool SkipsHolidays)
{
    public bool IsKept => !IsLeftOut && !(IsHoliday && SkipsHolidays);
}

/// <summary>When a series stops.</summary>
[JsonDerivedType(typeof(OnDay), "day")]
[JsonDerivedType(typeof(AfterDates), "dates")]
internal abstract record RecurrenceEnd
{
    /// <param name="day">A date that the rule would give.</param>
    /// <param name="rank">From 1 on, that date included.</param>
    public abstract bool IsBefore(DateOnly day, int rank);

    /// <param name="Last">That day may still be a date.</param>
    public sealed record OnDay(DateOnly Last) : RecurrenceEnd
    {
        public override bool IsBefore(DateOnly day, int rank) => day > Last;
    }

    public sealed record AfterDates(int Count) : RecurrenceEnd
    {
        public override bool IsBefore(DateOnly day, int rank) => rank > Count;
    }
}
