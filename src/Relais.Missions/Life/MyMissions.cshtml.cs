using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Relais.Accounts.Contracts;
using Relais.Kernel.Data;
using Relais.Missions.Hours;
using Relais.Territory.Contracts;

namespace Relais.Missions.Life;

/// <summary>What a person has promised and done, what still awaits a word first.</summary>
internal sealed class MyMissionsModel(RelaisDb db, ICurrentUser user, MissionLinks links, IFacilities facilities, TimeProvider clock) : PageModel
{
    private const int Most = 100;

    public IReadOnlyList<MyMission> Coming { get; private set; } = [];

    public IReadOnlyList<MyMission> ToTell { get; private set; } = [];

    public IReadOnlyList<MyMission> Done { get; private set; } = [];

    /// <summary>On whose clocks the page says when it was made: those of the next place to go to.</summary>
    public string Zone => Coming.Concat(ToTell).Concat(Done).FirstOrDefault()?.Mission.TimeZone ?? CommuneTimeZones.Metropolitan;

    public async Task OnGetAsync(CancellationToken cancellation)
    {
        var rows = await db.Set<Mission>().AsNoTracking().Where(mission => mission.PersonId == user.Person && mission.CalledOffAt == null)
            .OrderByDescending(mission => mission.StartsAt).Take(Most)
            .GroupJoin(db.Set<WorkedHours>(), mission => mission.Id, hours => hours.MissionId, (mission, hours) => new { mission, hours })
            .SelectMany(row => row.hours.DefaultIfEmpty(), (row, hours) => new { row.mission, hours })
            .ToListAsync(cancellation);
        var names = await facilities.FindAsync([.. rows.Select(row => row.mission.Finess).Distinct()], cancellation);
        var mine = new List<MyMission>(rows.Count);
        foreach (var row in rows)
        {
            mine.Add(new MyMission(row.mission, row.hours, names.GetValueOrDefault(row.mission.Finess)?.Name ?? row.mission.Finess.Printed, await links.PathAsync(row.mission, cancellation)));
        }

        var now = clock.GetUtcNow();
        Coming = [.. mine.Where(one => one.Mission.EndsAt > now).Reverse()];
        ToTell = [.. mine.Where(one => one.Mission.EndsAt <= now && one.AwaitsMe)];
        Done = [.. mine.Except(Coming).Except(ToTell)];
    }
}

internal sealed record MyMission(Mission Mission, WorkedHours? Hours, string Facility, string Path)
{
    /// <summary>Nothing is left to do about it, nor to read where there is no network.</summary>
    public bool IsSettled => Hours?.AgreedAt is not null;

    public bool AwaitsMe => Hours is null or { AgreedAt: null, ToldBy: Side.Host };
}
