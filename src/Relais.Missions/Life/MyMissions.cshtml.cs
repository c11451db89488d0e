using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Relais.Accounts.Contracts;
using Relais.Design.Files;
using Relais.Documents;
using Relais.Kernel.Data;
using Relais.Kernel.Wording;
using Relais.Missions.Hours;
using Relais.Territory.Contracts;

namespace Relais.Missions.Life;

/// <summary>What a person has promised and done, what still awaits a word first.</summary>
internal sealed class MyMissionsModel(RelaisDb db, ICurrentUser user, MissionLinks links, IFacilities facilities, TimeProvider clock, Words t) : PageModel, IHasTables
{
    private const int Most = 100;

    public IReadOnlyList<MyMission> Coming { get; private set; } = [];

    public IReadOnlyList<MyMission> ToTell { get; private set; } = [];

    public IReadOnlyList<MyMission> Done { get; private set; } = [];

    /// <summary>On whose clocks the page says when it was made: those of the next place to go to.</summary>
    public string Zone => All.FirstOrDefault()?.Mission.TimeZone ?? CommuneTimeZones.Metropolitan;

    private IEnumerable<MyMission> All => Coming.Concat(ToTell).Concat(Done);

    Sheet? IHasTables.Table(string? name) => Sheet.Of(
        t["Mes missions"],
        All,
        (t["Mission"], one => Cell.Of(t[one.Mission.Task])),
        (t["Établissement"], one => Cell.Of(one.Facility)),
        (t["Début"], one => Cell.At(one.Mission.StartsAt, one.Mission.TimeZone)),
        (t["Fin"], one => Cell.At(one.Mission.EndsAt, one.Mission.TimeZone)),
        (t["Fuseau horaire"], one => Cell.Of(one.Mission.TimeZone)),
        (t["État"], one => Cell.Of(one.Hours is { } hours ? WhereTheyStand(hours) : "")));

    /// <summary>Whose word the hours await.</summary>
    private string WhereTheyStand(WorkedHours hours) => hours switch
    {
        { AgreedAt: not null } => t["Heures validées"],
        { ToldBy: Side.Person } => t["Heures à valider par l’établissement"],
        _ => t["Heures notées par l’établissement : à vous de dire"],
    };

    public async Task OnGetAsync(CancellationToken cancellation)
    {
        var rows = await db.Set<Mission>().AsNoTracking().Where(mission => mission.PersonId == user.Person && mission.CalledOffAt == null)
            .OrderByDescending(mission => mission.StartsAt).Take(this.RowsFrom(Most))
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
