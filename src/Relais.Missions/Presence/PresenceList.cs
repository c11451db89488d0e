using Microsoft.EntityFrameworkCore;
using Relais.Accounts.Contracts;
using Relais.Kernel.Data;
using Relais.Kernel.Identifiers;
using Relais.Missions.Appraisal;
using Relais.Missions.Contracts;
using Relais.Missions.Hours;
using Relais.Missions.Life;
using Relais.Missions.Welcome;

namespace Relais.Missions.Presence;

/// <summary>Who is expected, who has come, and whose hours wait for the word of the establishment.</summary>
internal sealed class PresenceList(RelaisDb db, WelcomeBook welcome, IPeople people, TimeProvider clock)
{
    /// <summary>Hours that nobody has told by then are a matter for a call, not for a list.</summary>
    private static readonly TimeSpan Back = TimeSpan.FromDays(45);

    private static readonly TimeSpan Ahead = TimeSpan.FromDays(2);
    public const int Most = 200;

    public async Task<IReadOnlyList<PresenceLine>> OfAsync(Finess finess, int most, CancellationToken cancellation)
    {
        var now = clock.GetUtcNow();
        var (from, until) = (now - Back, now + Ahead);
        return await ReadAsync(
            db.Set<Mission>().Where(mission => mission.Finess == finess && (mission.CalledOffAt == null || mission.AbsentAt != null) && mission.EndsAt > from && mission.StartsAt < until)
                .OrderByDescending(mission => mission.StartsAt).ThenBy(mission => mission.Id).Take(most),
            cancellation);
    }

    public async Task<PresenceLine?> FindAsync(Finess finess, MissionId id, CancellationToken cancellation) =>
        await ReadAsync(db.Set<Mission>().Where(mission => mission.Finess == finess && mission.Id == id), cancellation) is [var line] ? line : null;

    private async Task<IReadOnlyList<PresenceLine>> ReadAsync(IQueryable<Mission> missions, CancellationToken cancellation)
    {
        var rows = await missions.AsNoTracking()
            .GroupJoin(db.Set<WorkedHours>(), mission => mission.Id, hours => hours.MissionId, (mission, hours) => new { mission, hours })
            .SelectMany(row => row.hours.DefaultIfEmpty(), (row, hours) => new { row.mission, hours })
            .ToListAsync(cancellation);
        var names = await people.FindAsync([.. rows.Select(row => row.mission.PersonId).Distinct()], cancellation);
        var ids = rows.ConvertAll(row => row.mission.Id);
        var thanked = await db.Set<Thanks>().AsNoTracking().Where(thanks => EF.Parameter(ids).Contains(thanks.MissionId)).ToDictionaryAsync(thanks => thanks.MissionId, cancellation);
        var ready = await welcome.OfAsync(rows.ConvertAll(row => row.mission), cancellation);
        return rows.ConvertAll(row => new PresenceLine(
            row.mission, row.hours, names.GetValueOrDefault(row.mission.PersonId)?.FullName ?? "", thanked.GetValueOrDefault(row.mission.Id), ready[row.mission.Id]));
    }
}

internal sealed record PresenceLine(Mission Mission, WorkedHours? Hours, string Name, Thanks? Thanks, Readiness Readiness)
{
    /// <summary>The establishment has a word to say: hours to agree to, or none told after the end.</summary>
    public bool AwaitsHost(DateTimeOffset now) =>
        Mission.AbsentAt is null && Mission.EndsAt <= now && Hours is null or { AgreedAt: null, ToldBy: Side.Person };
}
