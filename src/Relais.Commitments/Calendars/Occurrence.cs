using Relais.Matching.Rest;

namespace Relais.Commitments.Calendars;

/// <summary>An event on one of its dates.</summary>
/// <param name="Start">When it begins.</param>
/// <param name="End">When it ends: at its start for an event without length.</param>
internal sealed record Occurrence(CalendarEvent Event, DateTimeOffset Start, DateTimeOffset End)
{
    public Interval? When => End > Start ? new Interval(Start, End) : null;

    public bool Meets(Interval period) => Start < period.End && (End > period.Start || (End == Start && Start == period.Start));
}
