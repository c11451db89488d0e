using System.Globalization;

namespace Relais.Commitments.Calendars;

/// <summary>Makes an event of the lines between BEGIN:VEVENT and END:VEVENT, those of its alarms left aside.</summary>
internal sealed class EventReader(TimeZoneInfo floating)
{
    private static readonly string[] Once = ["UID", "SEQUENCE", "SUMMARY", "DTSTART", "DTEND", "DURATION", "RRULE", "RECURRENCE-ID", "STATUS", "TRANSP"];

    public CalendarEvent Read(ContentLine begin, IReadOnlyList<ContentLine> lines)
    {
        if (lines.Where(line => Once.Contains(line.Name)).GroupBy(line => line.Name, StringComparer.Ordinal).FirstOrDefault(same => same.Count() > 1) is { } twice)
        {
            throw new CalendarFaultException(twice.ElementAt(1).Number, "cet événement a deux fois {0}.", twice.Key);
        }

        var startLine = Find(lines, "DTSTART") ?? throw new CalendarFaultException(begin.Number, "cet événement n’a pas de début (DTSTART).");
        var start = Time(startLine);
        var rule = Find(lines, "RRULE");
        var repeats = rule is null ? null : Recurrence.Parse(rule, floating);
        var replaces = Find(lines, "RECURRENCE-ID");
        return new CalendarEvent
        {
            Line = begin.Number,
            Uid = Find(lines, "UID")?.Text ?? "",
            Sequence = int.TryParse(Find(lines, "SEQUENCE")?.Value, NumberStyles.None, CultureInfo.InvariantCulture, out var sequence) ? sequence : 0,
            Title = Find(lines, "SUMMARY")?.Text ?? "",
            Start = start,
            Length = LengthOf(start, lines),
            Repeats = repeats,
            Except = [.. lines.Where(line => line.Name is "EXDATE").SelectMany(line => line.Value.Split(',').Select(value => CalendarTime.Parse(line, value, floating)))],
            Replaces = replaces is null ? null : Time(replaces),
            IsCancelled = Says(lines, "STATUS", "CANCELLED"),
            IsFree = Says(lines, "TRANSP", "TRANSPARENT"),
            UnreadRepetition = (rule is not null && repeats is null ? rule : lines.FirstOrDefault(line => line.Name is "RDATE" or "EXRULE" || (line.Name is "RECURRENCE-ID" && line["RANGE"] is not null)))?.Number,
        };
    }

    private static ContentLine? Find(IEnumerable<ContentLine> lines, string name) => lines.FirstOrDefault(line => line.Name == name);

    private static bool Says(IEnumerable<ContentLine> lines, string name, string value) => value.Equals(Find(lines, name)?.Value, StringComparison.OrdinalIgnoreCase);

    private CalendarLength LengthOf(CalendarTime start, IReadOnlyList<ContentLine> lines)
    {
        var (end, duration) = (Find(lines, "DTEND"), Find(lines, "DURATION"));
        return (end, duration) switch
        {
            (null, null) => start.IsDay ? CalendarLength.OneDay : default,
            (null, { } given) => CalendarLength.Parse(given),
            ({ } given, null) => Until(start, given),
            var (_, second) => throw new CalendarFaultException(second.Number, "cet événement a une fin et une durée : il n’en faut qu’une."),
        };
    }

    private CalendarLength Until(CalendarTime start, ContentLine line)
    {
        var end = Time(line);
        if (end.IsDay != start.IsDay)
        {
            throw new CalendarFaultException(line.Number, "le début et la fin doivent être deux jours ou deux heures.");
        }

        return end.Instant >= start.Instant
            ? CalendarLength.Between(start, end)
            : throw new CalendarFaultException(line.Number, "la fin est avant le début.");
    }

    private CalendarTime Time(ContentLine line) => CalendarTime.Parse(line, line.Value, floating);
}
