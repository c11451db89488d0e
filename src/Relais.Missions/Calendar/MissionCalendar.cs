using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Relais.Accounts.Contracts;
using Relais.Kernel.Data;
using Relais.Kernel.Links;
using Relais.Kernel.Wording;
using Relais.Missions.Life;
using Relais.Territory.Contracts;

namespace Relais.Missions.Calendar;

/// <summary>The missions of a person as an iCalendar file: on the clocks of each place, those called off said to be so.</summary>
internal sealed class MissionCalendar(RelaisDb db, IFacilities facilities, MissionLinks links, PublicAddress address, Words t, TimeProvider clock)
{
    /// <summary>Calendars keep what they have read; what is long over need not be sent again.</summary>
    private static readonly TimeSpan Back = TimeSpan.FromDays(90);

    public async Task<string> WriteAsync(PersonId person, CancellationToken cancellation)
    {
        var now = clock.GetUtcNow();
        var from = now - Back;
        var missions = await db.Set<Mission>().AsNoTracking().Where(mission => mission.PersonId == person && mission.EndsAt > from)
            .OrderBy(mission => mission.StartsAt).ThenBy(mission => mission.Id).ToListAsync(cancellation);
        var known = await facilities.FindAsync([.. missions.Select(mission => mission.Finess).Distinct()], cancellation);

        var lines = new CalendarLines().Add("BEGIN", "VCALENDAR").Add("VERSION", "2.0").Add("PRODID", "-//Relais//Missions//FR")
            .Add("METHOD", "PUBLISH").AddText("X-WR-CALNAME", t["Mes missions"]).Add("REFRESH-INTERVAL;VALUE=DURATION", "PT1H");
        foreach (var zone in missions.GroupBy(mission => mission.TimeZone, StringComparer.Ordinal))
        {
            lines.AddZone(TimeZoneInfo.FindSystemTimeZoneById(zone.Key), zone.Min(mission => mission.StartsAt), zone.Max(mission => mission.EndsAt).AddDays(1));
        }

        foreach (var mission in missions)
        {
            var facility = known.GetValueOrDefault(mission.Finess);
            lines.Add("BEGIN", "VEVENT")
                .Add("UID", $"{mission.Id}@relais")
                .Add("DTSTAMP", now.UtcDateTime.ToString("yyyyMMdd'T'HHmmss'Z'", CultureInfo.InvariantCulture))
                .Add("SEQUENCE", mission.Revision.ToString(CultureInfo.InvariantCulture))
                .Add("STATUS", mission.CalledOffAt is null ? "CONFIRMED" : "CANCELLED")
                .Add($"DTSTART;TZID={mission.TimeZone}", Local(mission.StartsAt, mission.TimeZone))
                .Add($"DTEND;TZID={mission.TimeZone}", Local(mission.EndsAt, mission.TimeZone))
                .AddText("SUMMARY", $"{t[mission.Task].Value}, {facility?.Name ?? mission.Finess.Printed}")
                .AddText("LOCATION", string.Join(", ", new[] { facility?.Address, mission.Site }.Where(part => !string.IsNullOrEmpty(part))))
                .AddText("DESCRIPTION", string.Join('\n', new[] { $"{mission.ContactName}, {mission.ContactPhone}", mission.Instructions }.Where(part => part.Trim(',', ' ').Length > 0)))
                .Add("URL", address.Of(await links.PathAsync(mission, cancellation)).AbsoluteUri)
                .Add("END", "VEVENT");
        }

        return lines.Add("END", "VCALENDAR").ToString();
    }

    private static string Local(DateTimeOffset instant, string zone) =>
        TimeZoneInfo.ConvertTime(instant, TimeZoneInfo.FindSystemTimeZoneById(zone)).ToString("yyyyMMdd'T'HHmmss", CultureInfo.InvariantCulture);
}
