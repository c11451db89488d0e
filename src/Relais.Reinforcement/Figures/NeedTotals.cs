using Microsoft.EntityFrameworkCore;
using Relais.Kernel.Data;
using Relais.Reinforcement.Contracts;
using Relais.Reinforcement.Needs;
using Relais.Reinforcement.Places;

namespace Relais.Reinforcement.Figures;

/// <summary>Adds up the places of needs by establishment, in the database.</summary>
internal sealed class NeedTotals(RelaisDb db, TimeProvider clock) : INeedFigures
{
    public Task<IReadOnlyList<FacilityPosts>> AskedAsync(DateTimeOffset from, DateTimeOffset until, CancellationToken cancellation) => AddUpAsync(
        db.Set<Need>().Where(need => need.StartsAt >= from && need.StartsAt < until && need.State != NeedState.Draft && need.State != NeedState.Cancelled), cancellation);

    public Task<IReadOnlyList<FacilityPosts>> OpenAsync(CancellationToken cancellation)
    {
        var now = clock.GetUtcNow();
        return AddUpAsync(db.Set<Need>().Where(need => need.State == NeedState.Open && (need.LateUntil ?? need.StartsAt) > now), cancellation);
    }

    private async Task<IReadOnlyList<FacilityPosts>> AddUpAsync(IQueryable<Need> needs, CancellationToken cancellation)
    {
        var held = db.Set<Assignment>().Where(one => one.ReleasedAt == null).GroupBy(one => one.NeedId).Select(group => new { NeedId = group.Key, Count = group.Count() });
        var rows = await needs.AsNoTracking()
            .GroupJoin(held, need => need.Id, one => one.NeedId, (need, some) => new { Need = need, Held = some })
            .SelectMany(pair => pair.Held.DefaultIfEmpty(), (pair, one) => new { pair.Need.Finess, pair.Need.CommuneCode, pair.Need.HeadCount, Held = (int?)one!.Count ?? 0 })
            .GroupBy(row => new { row.Finess, row.CommuneCode })
            .Select(group => new { group.Key.Finess, group.Key.CommuneCode, Posts = group.Sum(row => row.HeadCount), Filled = group.Sum(row => row.Held < row.HeadCount ? row.Held : row.HeadCount) })
            .ToListAsync(cancellation);
        return [.. rows.Select(row => new FacilityPosts(row.Finess, row.CommuneCode, row.Posts, row.Filled))];
    }
}
