namespace Relais.Matching.Rest;

/// <summary>May this person work these hours?</summary>
public sealed record RestQuestion
{
    /// <summary>Which law counts the person's hours.</summary>
    public required Regime Regime { get; init; }

    /// <summary>The hours asked for.</summary>
    public required Duty Asked { get; init; }

    /// <summary>
    /// Everything that the person is already held to, at Relais and at their employer, in any order; at least all that meets
    /// <see cref="RestCheck.WindowAround"/>. They do not overlap one another (the database sees to it).
    /// </summary>
    public required IReadOnlyList<Duty> Held { get; init; }

    /// <summary>The zone of the place where the asked hours are worked; calendar days and weeks are those of its clocks.</summary>
    public required TimeZoneInfo Zone { get; init; }

    /// <summary>Whether the person's shifts at their own employer are among <see cref="Held"/>, or known not to exist.</summary>
    public required bool KnownEmployerShifts { get; init; }

    internal DateOnly Day => PlaceTime.DayOf(Asked.When.Start, Zone);

    internal IReadOnlyList<Duty> Near(TimeSpan reach)
    {
        var span = Asked.When.Widened(reach, reach);
        return [.. Held.Where(duty => duty.When.Overlaps(span))];
    }
}
