using Microsoft.EntityFrameworkCore;
using Relais.Accounts.Contracts;
using Relais.Kernel.Data;
using Relais.Kernel.Identifiers;
using Relais.Missions.Complaints;
using Relais.Missions.Hours;
using Relais.Missions.Life;
using Relais.Territory.Contracts;

namespace Relais.Missions.Owed;

/// <summary>Reads what is owed: to a person, by an establishment, in a month.</summary>
internal sealed class DueBook(RelaisDb db, IPeople people, IFacilities facilities, TimeProvider clock)
{
    public const int Most = 200;

    public Task<IReadOnlyList<DueLine>> OfPersonAsync(PersonId person, int most, CancellationToken cancellation) =>
        ReadAsync(Newest(mission => mission.Where(one => one.PersonId == person), most), cancellation);

    public Task<IReadOnlyList<DueLine>> OfFacilityAsync(Finess finess, int most, CancellationToken cancellation) =>
        ReadAsync(Newest(mission => mission.Where(one => one.Finess == finess), most), cancellation);

    /// <summary>Those of missions that begin in the month, on the clocks of the place.</summary>
    public async Task<IReadOnlyList<DueLine>> OfMonthAsync(Finess finess, DateOnly month, CancellationToken cancellation)
    {
        // No clock is more than a day away from that of Greenwich.
        var from = new DateTimeOffset(month.ToDateTime(TimeOnly.MinValue), TimeSpan.Zero).AddDays(-1);
        var until = from.AddDays(2).AddMonths(1);
        var lines = await ReadAsync(
            Sums(mission => mission.Where(one => one.Finess == finess && one.StartsAt >= from && one.StartsAt < until)).OrderBy(due => due.Id), cancellation);
        return [.. lines.Where(line => (line.Mission.Day.Year, line.Mission.Day.Month) == (month.Year, month.Month)).OrderBy(line => line.Mission.StartsAt).ThenBy(line => line.Due.Id)];
    }

    public async Task<DueLine?> FindAsync(Guid id, CancellationToken cancellation) =>
        await ReadAsync(db.Set<Due>().Where(due => due.Id == id), cancellation) is [var line] ? line : null;

    public async Task<IReadOnlyList<DueLine>> ReadAsync(IQueryable<Due> wanted, CancellationToken cancellation)
    {
        var dues = await wanted.AsNoTracking().Include(due => due.Parts.OrderBy(part => part.Number)).ToListAsync(cancellation);
        var ids = dues.ConvertAll(due => due.MissionId).Distinct().ToList();
        var missions = await db.Set<Mission>().AsNoTracking().Where(mission => EF.Parameter(ids).Contains(mission.Id)).ToDictionaryAsync(mission => mission.Id, cancellation);
        var hours = await db.Set<WorkedHours>().AsNoTracking().Where(told => EF.Parameter(ids).Contains(told.MissionId)).ToDictionaryAsync(told => told.MissionId, cancellation);
        var sums = dues.ConvertAll(due => due.Id);
        var complaints = (await db.Set<Complaint>().AsNoTracking().Where(complaint => EF.Parameter(sums).Contains(complaint.DueId)).OrderBy(complaint => complaint.MadeAt).ToListAsync(cancellation))
            .ToLookup(complaint => complaint.DueId);
        var names = await people.FindAsync([.. missions.Values.Select(mission => mission.PersonId).Distinct()], cancellation);
        var places = await facilities.FindAsync([.. missions.Values.Select(mission => mission.Finess).Distinct()], cancellation);
        return dues.ConvertAll(due =>
        {
            var mission = missions[due.MissionId];
            List<Complaint> said = [.. complaints[due.Id]];
            return new DueLine(
                due, mission, hours[due.MissionId], names.GetValueOrDefault(mission.PersonId)?.FullName ?? "", places.GetValueOrDefault(mission.Finess)?.Name ?? mission.Finess.Printed,
                due.StateOn(mission.DayOf(clock.GetUtcNow()), said.Exists(complaint => complaint.IsWaiting)), said);
        });
    }

    /// <summary>The sums of those missions.</summary>
    public IQueryable<Due> Sums(Func<IQueryable<Mission>, IQueryable<Mission>> choose)
    {
        var missions = choose(db.Set<Mission>());
        return db.Set<Due>().Where(due => missions.Any(mission => mission.Id == due.MissionId));
    }

    private IQueryable<Due> Newest(Func<IQueryable<Mission>, IQueryable<Mission>> missions, int most) =>
        Sums(missions).OrderByDescending(due => due.StatedAt).ThenByDescending(due => due.Id).Take(most);
}
