namespace Relais.Commitments.Calendars;

/// <summary>Dates of a repetition: a day stands for whatever begins on it, an hour for what begins at that instant.</summary>
internal sealed class DateSet(IEnumerable<CalendarTime> dates)
{
    private readonly HashSet<(bool IsDay, DateTime Time)> _dates = [.. dates.Select(date => (date.IsDay, date.IsDay ? date.Clock : date.Instant.UtcDateTime))];

    public bool Holds(CalendarTime start) =>
        _dates.Count > 0 && (_dates.Contains((true, start.Clock.Date)) || _dates.Contains((false, start.Instant.UtcDateTime)));
}
