using Relais.Accounts.Contracts;
using Relais.Matching.Rest;

namespace Relais.Commitments.Contracts;

/// <summary>A calendar file (iCalendar, <c>.ics</c>) as it was sent.</summary>
public sealed record CalendarUpload
{
    public required PersonId Person { get; init; }

    public required string FileName { get; init; }

    public required Stream Content { get; init; }

    /// <summary>The IANA zone of the person, for hours that the file gives without one.</summary>
    public required string TimeZone { get; init; }

    /// <summary>Whether whole-day events are shifts; most often they are leave and rest days.</summary>
    public bool WholeDaysAreWorked { get; init; }
}

/// <summary>What a calendar file says, or why it cannot be read.</summary>
public abstract record CalendarAnswer
{
    private CalendarAnswer()
    {
    }

    /// <param name="Line">The line at fault, from 1; null when the fault is of the whole file.</param>
    /// <param name="Sentence">The line and the reason, ready to be shown.</param>
    public sealed record Refused(int? Line, string Sentence) : CalendarAnswer;

    public sealed record Read(EmployerImportId Id, CalendarReport Report) : CalendarAnswer;
}

/// <summary>What importing the file does. Every event of the file is in it: as shifts, or with the reason why not.</summary>
public sealed record CalendarReport
{
    public required string FileName { get; init; }

    /// <summary>The span that is read: what is over weighs on no rule, what is too far is not certain.</summary>
    public required Interval Period { get; init; }

    /// <summary>The shifts held, earliest first; events that overlap one another make one.</summary>
    public required IReadOnlyList<Interval> Shifts { get; init; }

    /// <summary>What is kept out, with a sentence for each.</summary>
    public required IReadOnlyList<LeftOutEvent> LeftOut { get; init; }

    /// <summary>Occurrences that were joined to another because they overlap.</summary>
    public required int Joined { get; init; }

    /// <summary>Events, or single dates of a repeated one, that the file itself cancels.</summary>
    public required int Cancelled { get; init; }

    /// <summary>Events with no hour in the period.</summary>
    public required int OutsidePeriod { get; init; }

    /// <summary>Shifts of an earlier import of this file that this one replaces.</summary>
    public required int Replaced { get; init; }
}

/// <param name="Label">The title of the event in the file; shown now, never kept.</param>
/// <param name="Line">The line of the file on which the event begins.</param>
/// <param name="When">Its hours, when it has some.</param>
/// <param name="Sentence">Why it is kept out, ready to be shown.</param>
public sealed record LeftOutEvent(string Label, int Line, Interval? When, string Sentence);
