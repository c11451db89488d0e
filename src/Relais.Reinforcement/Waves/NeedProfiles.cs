using Relais.Kernel.Identifiers;
using Relais.Matching.Eligibility;
using Relais.Matching.Rest;
using Relais.Reinforcement.Needs;
using Relais.Reinforcement.Substitution;
using Relais.Territory.Contracts;

namespace Relais.Reinforcement.Waves;

/// <summary>A need as the rules see one: the same for whoever is looked for and for whoever comes forward.</summary>
internal static class NeedProfiles
{
    /// <summary>To look for people: the travel times from everywhere are worked out at once.</summary>
    /// <param name="excluded">Who and this establishment do not work together.</param>
    /// <param name="permitted">Who may hold which post with another diploma.</param>
    public static NeedProfile ForMany(this Need need, CommuneTable communes, IReadOnlySet<Guid> excluded, SubstitutionTable permitted, DateTimeOffset now)
    {
        var there = PlaceOf(need, communes);
        var minutes = communes.MinutesFrom(there);
        return Profile(need, there, home => minutes[home], need.HoursOf(now, minutes: null), excluded, permitted, now);
    }

    /// <summary>To look for needs: one travel time is worked out, and what is left of a shift begins at the arrival.</summary>
    /// <param name="travel">From <see cref="MinutesTo"/>.</param>
    /// <param name="excluded">The same as for <see cref="ForMany"/>, as far as it concerns this person.</param>
    /// <param name="permitted">Who may hold which post with another diploma.</param>
    public static NeedProfile ForOne(this Need need, CommuneTable communes, int? travel, IReadOnlySet<Guid> excluded, SubstitutionTable permitted, DateTimeOffset now)
    {
        var there = PlaceOf(need, communes);
        return Profile(need, there, home => (float)communes.Minutes(new CommuneIndex(home), there), need.HoursOf(now, travel), excluded, permitted, now);
    }

    /// <returns>Whole minutes by car from a person's home, rounded up; nothing where it is not known, or no car goes.</returns>
    public static int? MinutesTo(this CommuneTable communes, CommuneCode place, Candidate person)
    {
        var minutes = person.Home >= 0 && communes.Find(place) is { } there ? (float)communes.Minutes(new CommuneIndex(person.Home), there.Index) : float.PositiveInfinity;
        return float.IsFinite(minutes) ? (int)Math.Ceiling(minutes) : null;
    }

    private static CommuneIndex PlaceOf(Need need, CommuneTable communes) =>
        communes.Find(need.CommuneCode)?.Index ?? throw new InvalidOperationException($"The commune {need.CommuneCode} of a need is not known");

    private static NeedProfile Profile(
        Need need, CommuneIndex there, Func<int, float> minutes, Interval hours, IReadOnlySet<Guid> excluded, SubstitutionTable permitted, DateTimeOffset now)
    {
        var zone = TimeZoneInfo.FindSystemTimeZoneById(need.TimeZone);
        return new NeedProfile
        {
            Cell = need.Cell.Index,
            Profession = need.Cell.Profession.Index,
            Substitutes = need.AcceptsSubstitutes ? permitted.RulesFor(need.Cell, PlaceTime.DayOf(hours.Start, zone)) : [],
            Level = need.Level,
            When = hours,
            Zone = zone,
            Commune = there.Value,
            Minutes = minutes,
            Excluded = excluded,
            Now = now,
        };
    }
}
