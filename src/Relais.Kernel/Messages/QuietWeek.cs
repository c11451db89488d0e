using System.Globalization;

namespace Relais.Kernel.Messages;

/// <summary>Hours of a day, of the clock.</summary>
/// <param name="From">Their beginning, included.</param>
/// <param name="To">Their end, excluded: on the next day when it is not later than the beginning. The same as the beginning for none at all.</param>
public readonly record struct QuietSpan(TimeOnly From, TimeOnly To)
{
    public bool IsNone => From == To;

    public bool EndsNextDay => To < From;
}

/// <summary>The hours of each day, where the person lives, during which nothing rings. Those of an evening reach into the next morning.</summary>
public sealed class QuietWeek : IEquatable<QuietWeek>
{
    public const int DaysInWeek = 7;

    private readonly QuietSpan[] _days;

    /// <param name="days">Seven of them, Monday first.</param>
    /// <param name="zone">The IANA zone in which they are said: Europe/Paris, America/Guadeloupe.</param>
    public QuietWeek(IEnumerable<QuietSpan> days, string zone)
    {
        (_days, Zone) = ([.. days], zone);
        ArgumentOutOfRangeException.ThrowIfNotEqual(_days.Length, DaysInWeek, nameof(days));
    }

    public string Zone { get; }

    public IReadOnlyList<QuietSpan> Days => _days;

    public bool IsNone => Array.TrueForAll(_days, day => day.IsNone);

    public static QuietWeek EveryDay(TimeOnly from, TimeOnly to, string zone) => new(Enumerable.Repeat(new QuietSpan(from, to), DaysInWeek), zone);

    /// <summary>Reads what <see cref="ToString"/> wrote.</summary>
    public static QuietWeek Parse(string text, string zone) => new(
        text.Split(' ').Select(day => new QuietSpan(Time(day[..5]), Time(day[6..]))), zone);

    /// <returns>When the quiet hours in which <paramref name="now"/> falls end, or nothing when it falls in none.</returns>
    public DateTimeOffset? EndIfWithin(DateTimeOffset now)
    {
        if (IsNone)
        {
            return null;
        }

        var zone = TimeZoneInfo.FindSystemTimeZoneById(Zone);
        var local = TimeZoneInfo.ConvertTime(now, zone).DateTime;
        var today = DateOnly.FromDateTime(local);
        return new[] { EndOf(today.AddDays(-1), local), EndOf(today, local) }.Max() is { } end ? Instant(end, zone) : null;
    }

    /// <summary>« 22:00-07:00 » for each day, Monday first.</summary>
    public override string ToString() => string.Join(' ', _days.Select(day => string.Create(CultureInfo.InvariantCulture, $"{day.From:HH:mm}-{day.To:HH:mm}")));

    public bool Equals(QuietWeek? other) => other is not null && Zone == other.Zone && _days.SequenceEqual(other._days);

    public override bool Equals(object? obj) => Equals(obj as QuietWeek);

    public override int GetHashCode() => HashCode.Combine(Zone, ToString());

    /// <summary>The end, on the clock, of the hours that begin on that day, when the time falls in them.</summary>
    private DateTime? EndOf(DateOnly day, DateTime local)
    {
        var span = _days[((int)day.DayOfWeek + DaysInWeek - 1) % DaysInWeek];
        var end = day.AddDays(span.EndsNextDay ? 1 : 0).ToDateTime(span.To);
        return !span.IsNone && day.ToDateTime(span.From) <= local && local < end ? end : null;
    }

    private static DateTimeOffset Instant(DateTime local, TimeZoneInfo zone)
    {
        // On the night when clocks go forward the hour may not exist: the first one that does is an hour later.
        var exists = zone.IsInvalidTime(local) ? local.AddHours(1) : local;
        return new DateTimeOffset(exists, zone.GetUtcOffset(exists)).ToUniversalTime();
    }

    private static TimeOnly Time(string text) => TimeOnly.ParseExact(text, "HH:mm", CultureInfo.InvariantCulture);
}
