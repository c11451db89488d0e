using Microsoft.EntityFrameworkCore;
using Relais.Accounts.Contracts;
using Relais.Kernel.Data;
using Relais.Kernel.Identifiers;
using Relais.Kernel.Journal;
using Relais.Missions.Contracts;
using Relais.Missions.Life;

namespace Relais.Missions.Welcome;

/// <summary>Keeps what establishments have ready for those who come.</summary>
internal sealed class WelcomeBook(RelaisDb db, HeldMission held, ICurrentUser user, JournalWriter journal, TimeProvider clock)
{
    public Task<List<WelcomeItem>> ItemsAsync(Finess finess, CancellationToken cancellation) =>
        db.Set<WelcomeItem>().Where(item => item.Finess == finess && item.RetiredAt == null).OrderBy(item => item.Rank).ThenBy(item => item.Id).ToListAsync(cancellation);

    public async Task<Readiness> OfAsync(Mission mission, CancellationToken cancellation) =>
        (await OfAsync([mission], cancellation))[mission.Id];

    public async Task<IReadOnlyDictionary<MissionId, Readiness>> OfAsync(IReadOnlyCollection<Mission> missions, CancellationToken cancellation)
    {
        var places = missions.Select(mission => mission.Finess).Distinct().ToList();
        var ids = missions.Select(mission => mission.Id).ToList();
        var items = (await db.Set<WelcomeItem>().AsNoTracking().Where(item => places.Contains(item.Finess) && item.RetiredAt == null)
            .OrderBy(item => item.Rank).ThenBy(item => item.Id).ToListAsync(cancellation)).ToLookup(item => item.Finess);
        var done = await db.Set<WelcomeDone>().AsNoTracking().Where(line => EF.Parameter(ids).Contains(line.MissionId))
            .ToDictionaryAsync(line => (line.MissionId, line.ItemId), cancellation);
        return missions.ToDictionary(mission => mission.Id, mission => new Readiness([.. items[mission.Finess].Select(item => LineOf(item, done.GetValueOrDefault((mission.Id, item.Id))))]));
    }

    /// <summary>What is done for this person is what is named, no more and no less; a line that stays keeps its date and its hand.</summary>
    public Task<MissionResult> TickAsync(MissionId id, IReadOnlySet<Guid> ticked, CancellationToken cancellation) => held.ActAsync(
        id,
        async mission =>
        {
            var known = await db.Set<WelcomeDone>().Where(line => line.MissionId == id).ToListAsync(cancellation);
            var items = await db.Set<WelcomeItem>().Where(item => item.Finess == mission.Finess && item.Each && item.RetiredAt == null).Select(item => item.Id).ToListAsync(cancellation);
            db.RemoveRange(known.Where(line => items.Contains(line.ItemId) && !ticked.Contains(line.ItemId)));
            db.AddRange(items.Where(item => ticked.Contains(item) && known.TrueForAll(line => line.ItemId != item))
                .Select(item => new WelcomeDone { MissionId = id, ItemId = item, DoneAt = clock.GetUtcNow(), DoneBy = user.Person }));
            journal.Record("welcome.ticked", "mission", id.Value);
            return new MissionResult.Done();
        },
        cancellation);

    private static WelcomeLine LineOf(WelcomeItem item, WelcomeDone? done) => item.Each
        ? new WelcomeLine(item, done?.DoneAt, done?.DoneBy)
        : new WelcomeLine(item, item.ReadyAt, item.ReadyBy);
}
