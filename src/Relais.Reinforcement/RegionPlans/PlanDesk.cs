using Microsoft.EntityFrameworkCore;
using Relais.Accounts.Contracts;
using Relais.Kernel.Data;
using Relais.Kernel.Jobs;
using Relais.Kernel.Journal;

namespace Relais.Reinforcement.RegionPlans;

/// <summary>Asks for plans, finds them, stops them.</summary>
internal sealed class PlanDesk(RelaisDb db, JobQueue jobs, JournalWriter journal, TimeProvider clock)
{
    private const string OneAtATime = "region_plan_under_way";

    /// <summary>Many times what a plan takes: who makes it has given up.</summary>
    private static readonly TimeSpan Lost = TimeSpan.FromHours(1);

    /// <summary>Asks for a plan; it is made in the background.</summary>
    /// <returns>The plan; the one under way for that territory, if there is one.</returns>
    public async Task<Guid> AskAsync(Scope scope, string place, TimeSpan horizon, PersonId by, CancellationToken cancellation)
    {
        var name = scope.ToString();
        try
        {
            return await db.InTransactionAsync(
                async () =>
                {
                    var now = clock.GetUtcNow();
                    await GiveUpAsync(name, now, cancellation);
                    var plan = new RegionPlan { Scope = name, Place = place, AskedBy = by, AskedAt = now, Until = now + horizon };
                    db.Add(plan);
                    jobs.Add(new MakeRegionPlan(plan.Id));
                    journal.Record("region-plan.asked", "region_plan", plan.Id, $"scope={name}");
                    await db.SaveChangesAsync(cancellation);
                    return plan.Id;
                },
                cancellation);
        }
        catch (DbUpdateException exception) when (exception.RefusedBy(OneAtATime, "region_plan.scope"))
        {
            db.ChangeTracker.Clear();
            return await db.Set<RegionPlan>().Where(plan => plan.Scope == name && plan.EndedAt == null).Select(plan => plan.Id).FirstAsync(cancellation);
        }
    }

    /// <summary>The latest of these territories first; without their files.</summary>
    public async Task<IReadOnlyList<RegionPlan>> ListAsync(IReadOnlyList<string> scopes, int most, CancellationToken cancellation)
    {
        return await WithoutFiles(db.Set<RegionPlan>().Where(plan => EF.Parameter(scopes).Contains(plan.Scope)).OrderByDescending(plan => plan.AskedAt).Take(most)).ToListAsync(cancellation);
    }

    /// <summary>One, without its files.</summary>
    public Task<RegionPlan?> FindAsync(Guid id, CancellationToken cancellation) =>
        WithoutFiles(db.Set<RegionPlan>().Where(plan => plan.Id == id)).SingleOrDefaultAsync(cancellation);

    public Task<byte[]?> FilesAsync(Guid id, CancellationToken cancellation) =>
        db.Set<RegionPlan>().Where(plan => plan.Id == id).Select(plan => plan.Files).SingleOrDefaultAsync(cancellation);

    /// <summary>Ends the search: the best plan so far is shown. One that is over stays as it is.</summary>
    public Task StopAsync(Guid id, CancellationToken cancellation)
    {
        var now = clock.GetUtcNow();
        return db.InTransactionAsync(
            () => db.Set<RegionPlan>().Where(plan => plan.Id == id && plan.EndedAt == null && plan.StopAskedAt == null)
                .ExecuteUpdateAsync(set => set.SetProperty(plan => plan.StopAskedAt, now), cancellation),
            cancellation);
    }

    private Task<int> GiveUpAsync(string scope, DateTimeOffset now, CancellationToken cancellation)
    {
        var lost = now - Lost;
        return db.Set<RegionPlan>().Where(plan => plan.Scope == scope && plan.EndedAt == null && plan.AskedAt < lost).ExecuteUpdateAsync(
            set => set.SetProperty(plan => plan.State, RegionPlanState.Ready).SetProperty(plan => plan.EndKind, RegionPlanEnd.Failed).SetProperty(plan => plan.EndedAt, now), cancellation);
    }

    private static IQueryable<RegionPlan> WithoutFiles(IQueryable<RegionPlan> plans) => plans.AsNoTracking().Select(plan => new RegionPlan
    {
        Id = plan.Id, Scope = plan.Scope, Place = plan.Place, AskedBy = plan.AskedBy, AskedAt = plan.AskedAt, Until = plan.Until, State = plan.State, Phase = plan.Phase,
        Seconds = plan.Seconds, Cost = plan.Cost, Bound = plan.Bound, EndKind = plan.EndKind, FreePosts = plan.FreePosts, OpenPosts = plan.OpenPosts,
        StopAskedAt = plan.StopAskedAt, EndedAt = plan.EndedAt,
    });
}
