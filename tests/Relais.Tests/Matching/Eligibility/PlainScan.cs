using Relais.Matching.Eligibility;

namespace Relais.Tests.Matching.Eligibility;

/// <summary>The rules as the text says them: everybody is looked at, hour by hour, with no index and nothing kept.</summary>
internal static class PlainScan
{
    public static string? WhyNot(Candidate person, NeedProfile need)
    {
        var day = DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(need.When.Start, need.Zone).DateTime);
        (int Cell, int Profession, int Penalty)[] posts = [(need.Cell, need.Profession, 0), .. need.Substitutes.Select(one => (one.Cell, one.Profession, one.Penalty))];
        var held = posts.Where(post => person.Skills.Any(skill => skill.Cell == post.Cell && (skill.ExpiresOn is null || skill.ExpiresOn > day))).ToList();
        return !posts.Any(post => person.Skills.Any(skill => skill.Profession == post.Profession)) ? "profession"
            : held.Count is 0 ? "skill"
            : need.Excluded.Any(one => one == person.Person) ? "exclusion"
            : held.All(post => LevelIn(person, post.Profession, day) < need.Level) ? "level"
            : person.Days.NeedsAgreement.Any(span => Covers(span, day)) && !person.Days.Agreements.Any(agreement => Covers(agreement.When, day)) ? "employer-agreement"
            : !GoesThere(person, need) ? "zone"
            : person.Spells.Any(spell => !spell.IsFree && spell.When.Overlaps(need.When)) || (!person.Nights && MinutesOf(need, need.Zone).Any(IsNight)) ? "availability"
            : !IsOnDuty(person, need) && need.When.Start - need.Now < TimeSpan.FromHours(person.NoticeHours) ? "notice"
            : !person.IsOn || person.PausedUntil > DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(need.Now, person.Zone).DateTime) ? "pause"
            : null;
    }

    /// <summary>What it costs that the person does not practise what is asked for: the cheapest of those in which they are verified enough.</summary>
    public static int Penalty(Candidate person, NeedProfile need) =>
        new[] { (need.Cell, need.Profession, Penalty: 0) }.Concat(need.Substitutes.Select(one => (one.Cell, one.Profession, one.Penalty)))
            .Where(post => person.Skills.Any(skill => skill.Cell == post.Cell && (skill.ExpiresOn is null || skill.ExpiresOn > need.Day)) && LevelIn(person, post.Profession, need.Day) >= need.Level)
            .Min(post => post.Penalty);

    public static bool IsDeclaredFree(Candidate person, NeedProfile need) =>
        IsOnDuty(person, need)
        || person.Spells.Any(spell => spell.IsFree && spell.When.Contains(need.When))
        || (person.Week.Length is 7 && MinutesOf(need, person.Zone).All(minute => (person.Week[((int)minute.DayOfWeek + 6) % 7] & (1 << minute.Hour)) is not 0));

    private static int LevelIn(Candidate person, int profession, DateOnly day) =>
        person.Titles.Where(title => title.Profession == profession && title.ValidUntil > day).Select(title => (int)title.Level).FirstOrDefault();

    private static bool IsOnDuty(Candidate person, NeedProfile need) =>
        person.OnDuty is { } duty && new[] { need.Now, need.When.Start }.All(instant => instant < duty.End) && duty.Start <= need.Now;

    private static bool GoesThere(Candidate person, NeedProfile need) => need.IsRemote
        ? person.Remote
        : person.OnSite && (person.Zones.Any(zone => zone.Contains(need.Commune)) || (person.Home >= 0 && need.Minutes(person.Home) <= person.TravelMinutes));

    private static bool Covers(DaySpan span, DateOnly day) => day >= span.First && (span.End is not { } end || day < end);

    private static bool IsNight(DateTime clock) => clock.Hour is >= 23 or < 5;

    private static IEnumerable<DateTime> MinutesOf(NeedProfile need, TimeZoneInfo zone)
    {
        for (var minute = need.When.Start; minute < need.When.End; minute += TimeSpan.FromMinutes(1))
        {
            yield return TimeZoneInfo.ConvertTime(minute, zone).DateTime;
        }
    }
}
