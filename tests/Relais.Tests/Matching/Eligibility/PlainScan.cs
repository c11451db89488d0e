using Relais.Matching.Eligibility;

namespace Relais.Tests.Matching.Eligibility;

/// <summary>The rules as the text says them: everybody is looked at, hour by hour, with no index and nothing kept.</summary>
internal static class PlainScan
{
    public static string? WhyNot(Candidate person, NeedProfile need)
    {
        var day = DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(need.When.Start, need.Zone).DateTime);
        return person.Skills.All(skill => skill.Profession != need.Profession) ? "profession"
            : !person.Skills.Any(skill => skill.Cell == need.Cell && (skill.ExpiresOn is null || skill.ExpiresOn > day)) ? "skill"
            : need.Excluded.Any(one => one == person.Person) ? "exclusion"
            : person.Titles.Where(title => title.Profession == need.Profession && title.ValidUntil > day).Select(title => (int)title.Level).FirstOrDefault() < need.Level ? "level"
            : !GoesThere(person, need) ? "zone"
            : person.Spells.Any(spell => !spell.IsFree && spell.When.Overlaps(need.When)) || (!person.Nights && MinutesOf(need, need.Zone).Any(IsNight)) ? "availability"
            : !IsOnDuty(person, need) && need.When.Start - need.Now < TimeSpan.FromHours(person.NoticeHours) ? "notice"
            : !person.IsOn || person.PausedUntil > DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(need.Now, person.Zone).DateTime) ? "pause"
            : null;
    }

    public static bool IsDeclaredFree(Candidate person, NeedProfile need) =>
        IsOnDuty(person, need)
        || person.Spells.Any(spell => spell.IsFree && spell.When.Contains(need.When))
        || (person.Week.Length is 7 && MinutesOf(need, person.Zone).All(minute => (person.Week[((int)minute.DayOfWeek + 6) % 7] & (1 << minute.Hour)) is not 0));

    private static bool IsOnDuty(Candidate person, NeedProfile need) =>
        person.OnDuty is { } duty && new[] { need.Now, need.When.Start }.All(instant => instant < duty.End) && duty.Start <= need.Now;

    private static bool GoesThere(Candidate person, NeedProfile need) => need.IsRemote
        ? person.Remote
        : person.OnSite && (person.Zones.Any(zone => zone.Contains(need.Commune)) || (person.Home >= 0 && need.Minutes(person.Home) <= person.TravelMinutes));

    private static bool IsNight(DateTime clock) => clock.Hour is >= 23 or < 5;

    private static IEnumerable<DateTime> MinutesOf(NeedProfile need, TimeZoneInfo zone)
    {
        for (var minute = need.When.Start; minute < need.When.End; minute += TimeSpan.FromMinutes(1))
        {
            yield return TimeZoneInfo.ConvertTime(minute, zone).DateTime;
        }
    }
}
