using Relais.Matching.Rest;

namespace Relais.Commitments.Calendars;

/// <summary>
/// A small strict reader of iCalendar files (RFC 5545), for rotas: what it reads it reads whole, what it does not read it
/// says, and a file that is not one is refused with its line.
/// </summary>
internal static class CalendarReader
{
    public const int MostBytes = 1024 * 1024;
    public const int MostEvents = 5000;

    /// <param name="file">The file.</param>
    /// <param name="floating">The zone of hours that are told without one.</param>
    /// <param name="period">The span of which the occurrences are wanted.</param>
    /// <returns>What the file makes of the period, or the fault.</returns>
    public static (Occurrences? Occurrences, CalendarFault? Fault) Read(ReadOnlySpan<byte> file, TimeZoneInfo floating, Interval period)
    {
        try
        {
            if (file.Length > MostBytes)
            {
                throw new CalendarFaultException(null, "Ce fichier pèse plus de 1 Mo.");
            }

            if (file.IsEmpty)
            {
                throw new CalendarFaultException(null, "Ce fichier est vide.");
            }

            var events = ReadEvents([.. ContentLines.Read(file)], new EventReader(floating));
            return events.Count > 0
                ? (Occurrences.In(period, events), null)
                : throw new CalendarFaultException(null, "Ce calendrier ne contient aucun événement.");
        }
        catch (CalendarFaultException exception)
        {
            return (null, exception.Fault);
        }
    }

    private static List<CalendarEvent> ReadEvents(IReadOnlyList<ContentLine> lines, EventReader reader)
    {
        var events = new List<CalendarEvent>();
        var open = new Stack<ContentLine>();
        var content = new List<ContentLine>();
        foreach (var line in lines)
        {
            if (open.Count is 0 && !(line.Name is "BEGIN" && Is(line, "VCALENDAR")))
            {
                throw new CalendarFaultException(line.Number, "ce fichier n’est pas un calendrier : il doit commencer par BEGIN:VCALENDAR.");
            }

            switch (line.Name)
            {
                case "BEGIN":
                    open.Push(line);
                    break;
                case "END" when Is(line, open.Peek().Value):
                    var closed = open.Pop();
                    if (Is(closed, "VEVENT") && open.Count is 1)
                    {
                        events.Add(events.Count < MostEvents ? reader.Read(closed, content) : throw new CalendarFaultException(line.Number, "ce calendrier a plus de {0} événements.", MostEvents));
                        content.Clear();
                    }

                    break;
                case "END":
                    throw new CalendarFaultException(line.Number, "END:{0} ne ferme pas {1}.", line.Value, open.Peek().Value);
                case var _ when open.Count is 2 && Is(open.Peek(), "VEVENT"):
                    content.Add(line);
                    break;
            }
        }

        return open.TryPeek(out var unclosed)
            ? throw new CalendarFaultException(unclosed.Number, "{0} n’est pas fermé : le fichier est coupé.", unclosed.Value)
            : events;
    }

    private static bool Is(ContentLine line, string component) => component.Equals(line.Value, StringComparison.OrdinalIgnoreCase);
}
