namespace Relais.Commitments.Calendars;

/// <summary>An event of a file, not yet repeated.</summary>
internal sealed record CalendarEvent
{
    /// <summary>The line on which it begins.</summary>
    public required int Line { get; init; }

    /// <summary>What joins an event and its changed dates; empty when the file gives none.</summary>
    public required string Uid { get; init; }

    /// <summary>The version of the event: the highest counts.</summary>
    public int Sequence { get; init; }

    public string Title { get; init; } = "";

    public required CalendarTime Start { get; init; }

    public required CalendarLength Length { get; init; }

    public Recurrence? Repeats { get; init; }

    /// <summary>Dates of the repetition that do not take place.</summary>
    public IReadOnlyList<CalendarTime> Except { get; init; } = [];

    /// <summary>The date of the repetition that this event stands for.</summary>
    public CalendarTime? Replaces { get; init; }

    public bool IsCancelled { get; init; }

    /// <summary>Shown as free time in the person's calendar.</summary>
    public bool IsFree { get; init; }

    /// <summary>The line of a repetition of a kind that is not read here.</summary>
    public int? UnreadRepetition { get; init; }
}
