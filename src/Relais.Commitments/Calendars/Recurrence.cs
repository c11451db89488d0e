using System.Globalization;

namespace Relais.Commitments.Calendars;

/// <summary>A repetition by days or by weeks (RFC 5545, 3.3.10), counted on the clocks of the event's zone.</summary>
internal sealed record Recurrence
{
    private const int LongestInterval = 1000;
    private static readonly string[] DayNames = ["SU", "MO", "TU", "WE", "TH", "FR", "SA"];

    public required bool Weekly { get; init; }

    public int Interval { get; private init; } = 1;

    public int? Count { get; private init; }

    public CalendarTime? Until { get; private init; }

    /// <summary>The days of the week on which it falls; none given means that of the start, or every day.</summary>
    public IReadOnlySet<DayOfWeek> Days { get; private init; } = new HashSet<DayOfWeek>();

    public DayOfWeek WeekStart { get; private init; } = DayOfWeek.Monday;

    /// <summary>Reads a rule; null when it is a good one of a kind that is not read here (by months, by years, by hours).</summary>
    public static Recurrence? Parse(ContentLine line, TimeZoneInfo floating)
    {
        var parts = line.Value.Split(';', StringSplitOptions.RemoveEmptyEntries).Select(part => part.Split('=', 2)).ToList();
        var names = parts.Select(part => part[0].ToUpperInvariant()).ToList();
        if (parts.Exists(part => part.Length < 2 || part[1].Length is 0) || names.Distinct().Count() < names.Count || !names.Contains("FREQ"))
        {
            throw NotUnderstood(line);
        }

        var rule = names.Zip(parts, (name, part) => (Name: name, Value: part[1].ToUpperInvariant())).ToDictionary(part => part.Name, part => part.Value, StringComparer.Ordinal);
        return rule["FREQ"] switch
        {
            "DAILY" or "WEEKLY" when rule.Keys.All(IsRead) => Read(rule, line, floating),
            "SECONDLY" or "MINUTELY" or "HOURLY" or "DAILY" or "WEEKLY" or "MONTHLY" or "YEARLY" => null,
            _ => throw NotUnderstood(line),
        };
    }

    /// <summary>The times of the clock at which it falls, until some day after the horizon; the start itself is the first.</summary>
    public IEnumerable<DateTime> From(CalendarTime start, DateTimeOffset horizon)
    {
        var clocks = Matching(start.Clock, horizon.UtcDateTime.AddDays(2)).SkipWhile(clock => clock <= start.Clock).Prepend(start.Clock).TakeWhile(clock => !IsOver(start with { Clock = clock }));
        return Count is { } count ? clocks.Take(count) : clocks;
    }

    private static bool IsRead(string part) => part is "FREQ" or "INTERVAL" or "COUNT" or "UNTIL" or "BYDAY" or "WKST";

    private static Recurrence Read(Dictionary<string, string> rule, ContentLine line, TimeZoneInfo floating) => new()
    {
        Weekly = rule["FREQ"] is "WEEKLY",
        Interval = rule.TryGetValue("INTERVAL", out var interval) ? Figure(interval, LongestInterval, line) : 1,
        Count = rule.TryGetValue("COUNT", out var count) ? Figure(count, int.MaxValue, line) : null,
        Until = rule.TryGetValue("UNTIL", out var until) ? CalendarTime.Parse(line with { Parameters = Nothing }, until, floating) : null,
        Days = rule.TryGetValue("BYDAY", out var days) ? days.Split(',').Select(day => Day(day, line)).ToHashSet() : new HashSet<DayOfWeek>(),
        WeekStart = rule.TryGetValue("WKST", out var first) ? Day(first, line) : DayOfWeek.Monday,
    };

    private static IReadOnlyDictionary<string, string> Nothing { get; } = new Dictionary<string, string>(StringComparer.Ordinal);

    private static int Figure(string text, int most, ContentLine line) =>
        int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var figure) && figure > 0 && figure <= most ? figure : throw NotUnderstood(line);

    private static DayOfWeek Day(string name, ContentLine line) =>
        Array.IndexOf(DayNames, name) is >= 0 and var day ? (DayOfWeek)day : throw NotUnderstood(line);

    private static CalendarFaultException NotUnderstood(ContentLine line) => new(line.Number, "la répétition « {0} » n’est pas comprise.", line.Value);

    private IEnumerable<DateTime> Matching(DateTime start, DateTime last)
    {
        if (!Weekly)
        {
            for (var clock = start; clock <= last; clock = clock.AddDays(Interval))
            {
                if (Days.Count is 0 || Days.Contains(clock.DayOfWeek))
                {
                    yield return clock;
                }
            }

            yield break;
        }

        var days = Days.Count is 0 ? new HashSet<DayOfWeek> { start.DayOfWeek } : Days;
        for (var week = start.AddDays(-(((int)start.DayOfWeek - (int)WeekStart + 7) % 7)); week <= last; week = week.AddDays(7 * Interval))
        {
            for (var day = 0; day < 7; day++)
            {
                if (days.Contains(week.AddDays(day).DayOfWeek))
                {
                    yield return week.AddDays(day);
                }
            }
        }
    }

    private bool IsOver(CalendarTime time) => Until switch
    {
        null => false,
        { IsDay: true } until => time.Clock.Date > until.Clock,
        var until when time.Clock < until.Clock.AddDays(-2) => false,
        var until => time.Instant > until.Instant,
    };
}
