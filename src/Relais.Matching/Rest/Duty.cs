namespace Relais.Matching.Rest;

/// <summary>
/// Hours that a person is held to work, whoever the employer is.
/// </summary>
/// <param name="Id">The commitment that this duty comes from; <see cref="Guid.Empty"/> for one that is only asked.</param>
/// <param name="When">From the first minute of presence to the last.</param>
/// <param name="WorkedMinutes">Minutes that count as work: elapsed minutes less the unpaid break.</param>
/// <param name="AtEmployer">True for a shift at the person's own employer, false for one of Relais.</param>
/// <remarks>
/// Nobody says when the break is taken. Where a counting window cuts a duty, all of the part inside counts as
/// work up to <paramref name="WorkedMinutes"/>: hours are never under-counted.
/// </remarks>
public sealed record Duty(Guid Id, Interval When, int WorkedMinutes, bool AtEmployer = false)
{
    /// <summary>A duty without a break.</summary>
    public Duty(Guid id, Interval when)
        : this(id, when, (int)when.Length.TotalMinutes)
    {
    }

    /// <summary>Minutes counted as work, never more than the time of presence.</summary>
    public int WorkedMinutes { get; } = WorkedMinutes >= 0 && WorkedMinutes <= Math.Ceiling(When.Length.TotalMinutes)
        ? WorkedMinutes
        : throw new ArgumentOutOfRangeException(nameof(WorkedMinutes), WorkedMinutes, "Work lasts from zero minutes to the time of presence.");

    internal TimeSpan Worked => TimeSpan.FromMinutes(WorkedMinutes);

    /// <summary>The most that this duty can weigh in a window.</summary>
    internal TimeSpan WorkIn(Interval window)
    {
        var shared = When.SharedWith(window);
        return shared < Worked ? shared : Worked;
    }
}
