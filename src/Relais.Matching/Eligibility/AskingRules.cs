using System.Collections.Frozen;
using Relais.Matching.Rest;

namespace Relais.Matching.Eligibility;

/// <summary>What changes from one minute to the next about a person: read from the database for the few who are left.</summary>
/// <param name="Held">Everything that the person is held to around the shift.</param>
/// <param name="EmployerHoursKnown">Whether the shifts at the person's own employer are among them.</param>
/// <param name="AskedForThisNeed">Was already asked about this need.</param>
/// <param name="AskedThisWeek">Requests of the week, over all needs.</param>
/// <param name="QuietUntil">The end of the quiet hours in which the person is now; null outside of them, or when the need is worth disturbing them.</param>
/// <param name="Days">The days on which the person is held to reinforcement, of the year of the shift; nothing where no limit counts them.</param>
public sealed record PersonNow(
    IReadOnlyList<Duty> Held, bool EmployerHoursKnown, bool AskedForThisNeed, int AskedThisWeek, DateTimeOffset? QuietUntil = null,
    IReadOnlySet<DateOnly>? Days = null)
{
    /// <summary>Nothing held, nothing asked.</summary>
    public static PersonNow Free { get; } = new([], EmployerHoursKnown: false, AskedForThisNeed: false, AskedThisWeek: 0);
}

/// <summary>The rules on what changes, in the order in which they are applied after those of the dossier.</summary>
public static class AskingRules
{
    /// <summary>The codes, in order.</summary>
    public static IReadOnlyList<string> Codes { get; } = ["commitment", "rest", DayLimits.Yearly, DayLimits.Monthly, "asked", "weekly-limit", "quiet-hours"];

    /// <summary>The code of the first rule that stops the person now; null when the person can be asked.</summary>
    /// <param name="survivor">Whom the dossier does not stop.</param>
    /// <param name="now">What changes about the person.</param>
    /// <param name="need">The need.</param>
    /// <param name="workedMinutes">Minutes of the shift that count as work.</param>
    /// <param name="rest">The dated rules on working time.</param>
    public static string? WhyNot(Survivor survivor, PersonNow now, NeedProfile need, int workedMinutes, RestCheck rest)
    {
        ArgumentNullException.ThrowIfNull(now);
        ArgumentNullException.ThrowIfNull(need);
        ArgumentNullException.ThrowIfNull(rest);
        if (now.Held.Any(duty => duty.When.Overlaps(need.When)))
        {
            return "commitment";
        }

        if (now.Held.Count > 0 && !rest.Allows(Question(survivor.Person, now, need, workedMinutes)))
        {
            return "rest";
        }

        if (survivor.Person.Days.WhyNot(now.Days ?? FrozenSet<DateOnly>.Empty, need.Day) is { } quota)
        {
            return quota;
        }

        return now.AskedForThisNeed ? "asked"
            : now.AskedThisWeek >= survivor.Person.WeeklyLimit ? "weekly-limit"
            : now.QuietUntil is not null ? "quiet-hours"
            : null;
    }

    private static RestQuestion Question(Candidate person, PersonNow now, NeedProfile need, int workedMinutes) => new()
    {
        Regime = person.Regime,
        Asked = new Duty(Guid.Empty, need.When, workedMinutes),
        Held = now.Held,
        Zone = need.Zone,
        KnownEmployerShifts = now.EmployerHoursKnown,
    };
}
