namespace Relais.Matching.Eligibility;

/// <summary>A rule that needs nothing but the dossier and the need.</summary>
/// <param name="Code">Stable: the funnel counts by it and the screens word it.</param>
/// <param name="Stops">Whether the rule stops this person for this need.</param>
public sealed record ProfileRule(string Code, Func<Candidate, NeedProfile, bool> Stops);

/// <summary>The rules of the dossier, in the order in which they are applied: each person is counted at the first that stops them.</summary>
public static class ProfileRules
{
    /// <summary>The code of the rule on professions, applied by the index.</summary>
    public const string Profession = "profession";

    /// <summary>The code of the rule on units, applied by the index; an expired skill is no skill.</summary>
    public const string Skill = "skill";

    /// <summary>The code of the rule on people and establishments who no longer want each other.</summary>
    public const string Exclusion = "exclusion";

    /// <summary>The code of the rule on those who need the agreement of their employer.</summary>
    public const string Agreement = "employer-agreement";

    /// <summary>Applied one by one, after profession and skill.</summary>
    public static IReadOnlyList<ProfileRule> All { get; } =
    [
        new(Exclusion, (person, need) => need.Excluded.Contains(person.Person)),
        new("level", (person, need) => person.LevelIn(Practice.Of(person, need)?.Profession ?? need.Profession, need.Day) < need.Level),
        new(Agreement, (person, need) => person.Days.LacksAgreement(need.Day)),
        new("zone", (person, need) => !Reaches(person, need)),
        new("availability", (person, need) => IsBlocked(person, need)),
        new("notice", (person, need) => !IsOnDuty(person, need) && need.When.Start - need.Now < TimeSpan.FromHours(person.NoticeHours)),
        new("pause", (person, need) => !person.IsOn || IsPaused(person, need)),
    ];

    /// <summary>
    /// Whether the person says now to be available, for a shift that begins before the hour they said. It stands for a
    /// declared spell and for the notice; what blocks them still does.
    /// </summary>
    public static bool IsOnDuty(Candidate person, NeedProfile need)
    {
        ArgumentNullException.ThrowIfNull(person);
        ArgumentNullException.ThrowIfNull(need);
        return person.OnDuty is { } duty && duty.Start <= need.Now && need.Now < duty.End && need.When.Start < duty.End;
    }

    /// <summary>Whether the person said to be free during the whole of the shift; silence is not a yes.</summary>
    public static bool IsDeclaredFree(Candidate person, NeedProfile need)
    {
        ArgumentNullException.ThrowIfNull(person);
        ArgumentNullException.ThrowIfNull(need);
        foreach (var spell in person.Spells)
        {
            if (spell.IsFree && spell.When.Contains(need.When))
            {
                return true;
            }
        }

        return IsOnDuty(person, need) || (person.Week.Length is 7 && UsualWeek.Covers(person.Week, need.OnClocksOf(person.Zone).Hours));
    }

    private static bool Reaches(Candidate person, NeedProfile need)
    {
        if (need.IsRemote)
        {
            return person.Remote;
        }

        if (!person.OnSite)
        {
            return false;
        }

        foreach (var zone in person.Zones)
        {
            if (zone.Contains(need.Commune))
            {
                return true;
            }
        }

        return person.TravelMinutes is { } most && need.MinutesFrom(person.Home) <= most;
    }

    private static bool IsBlocked(Candidate person, NeedProfile need)
    {
        foreach (var spell in person.Spells)
        {
            if (!spell.IsFree && spell.When.Overlaps(need.When))
            {
                return true;
            }
        }

        return !person.Nights && need.TouchesNight;
    }

    private static bool IsPaused(Candidate person, NeedProfile need) =>
        person.PausedUntil is { } until && DateOnly.FromDateTime(need.OnClocksOf(person.Zone).Now) < until;
}
