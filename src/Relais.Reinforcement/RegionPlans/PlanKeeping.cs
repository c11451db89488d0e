using System.IO.Compression;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Relais.Kernel.Data;
using Relais.Kernel.Journal;
using Relais.Matching.Instances;
using Relais.Matching.Planning;
using Relais.Matching.Proposals;
using Relais.Reinforcement.Waves;

namespace Relais.Reinforcement.RegionPlans;

/// <summary>Keeps how far a plan is, and what came out with the files from which it was made.</summary>
internal sealed class PlanKeeping(RelaisDb db, JournalWriter journal, TimeProvider clock)
{
    /// <returns>Whether somebody wants it stopped.</returns>
    public async Task<bool> TellAsync(Guid id, string phase, TimeSpan elapsed, PlanProgress? progress, CancellationToken cancellation)
    {
        var (cost, bound) = (progress?.Cost, progress is null ? (long?)null : Math.Max(0, progress.Bound));
        await db.InTransactionAsync(
            () => db.Set<RegionPlan>().Where(plan => plan.Id == id && plan.EndedAt == null).ExecuteUpdateAsync(
                set => set.SetProperty(plan => plan.State, RegionPlanState.Running).SetProperty(plan => plan.Phase, phase).SetProperty(plan => plan.Seconds, (int)elapsed.TotalSeconds)
                    .SetProperty(plan => plan.Cost, cost).SetProperty(plan => plan.Bound, bound),
                cancellation),
            cancellation);
        return await db.Set<RegionPlan>().AnyAsync(plan => plan.Id == id && plan.StopAskedAt != null, cancellation);
    }

    public Task EndEmptyAsync(Guid id, CancellationToken cancellation) => db.InTransactionAsync(
        () => EndAsync(id, new Ended(RegionPlanEnd.Nothing, Cost: 0, Bound: 0, FreePosts: 0, OpenPosts: 0, Files: null), cancellation), cancellation);

    public Task EndAsync(Guid id, RegionSituation situation, Proposal proposal, string folder, CancellationToken cancellation)
    {
        var ended = new Ended(
            Enum.Parse<RegionPlanEnd>(proposal.Plan.Stopped.ToString()), proposal.Plan.Cost, proposal.Plan.Bound,
            situation.Needs.Sum(need => need.Free), proposal.Plan.OpenPosts, Pack(folder, proposal.Plan));
        return db.InTransactionAsync(
            async () =>
            {
                // Made twice, by a node that was thought dead: the first stays.
                if (!await EndAsync(id, ended, cancellation))
                {
                    return;
                }

                var taken = proposal.Plan.Assignments.CountBy(one => one.Shift).ToDictionary();
                db.AddRange(situation.Needs.Index().Select(one => new RegionPlanNeed
                {
                    PlanId = id,
                    NeedId = one.Item.Need.Id,
                    FreePosts = one.Item.Free,
                    Waiting = one.Item.Waiting,
                    Askable = one.Item.Askable.Count,
                    Vulnerability = one.Item.Vulnerability,
                    OpenPosts = one.Item.Free - taken.GetValueOrDefault(one.Index),
                    WhyOpen = proposal.WhyOpen.TryGetValue(one.Index, out var why) ? why : null,
                }));
                db.AddRange(proposal.Plan.Assignments.Select(one => Line(id, situation.Needs[one.Shift], situation.People[one.Volunteer])));
                journal.Record("region-plan.made", "region_plan", id, $"free={ended.FreePosts} open={ended.OpenPosts}");
                await db.SaveChangesAsync(cancellation);
            },
            cancellation);
    }

    private async Task<bool> EndAsync(Guid id, Ended ended, CancellationToken cancellation)
    {
        var now = clock.GetUtcNow();
        return await db.Set<RegionPlan>().Where(plan => plan.Id == id && plan.EndedAt == null).ExecuteUpdateAsync(
            set => set.SetProperty(plan => plan.State, RegionPlanState.Ready).SetProperty(plan => plan.EndKind, ended.Kind).SetProperty(plan => plan.EndedAt, now)
                .SetProperty(plan => plan.Cost, ended.Cost).SetProperty(plan => plan.Bound, ended.Bound)
                .SetProperty(plan => plan.FreePosts, ended.FreePosts).SetProperty(plan => plan.OpenPosts, ended.OpenPosts).SetProperty(plan => plan.Files, ended.Files),
            cancellation) > 0;
    }

    private static RegionPlanLine Line(Guid plan, FreeNeed need, Accounts.Contracts.PersonId person)
    {
        var toAsk = PersonToAsk.From(need.Askable[person]);
        return new RegionPlanLine { PlanId = plan, NeedId = need.Need.Id, PersonId = person, Minutes = toAsk.Minutes, Reasons = JsonSerializer.Serialize(toAsk.Reasons) };
    }

    private static byte[] Pack(string folder, ShiftPlan plan)
    {
        foreach (var (name, text) in new[] { ("plan.csv", PlanText.Of(plan)), ("prices.csv", PlanText.PricesOf(plan)), ("cuts.csv", PlanText.CutsOf(plan)) })
        {
            File.WriteAllText(Path.Combine(folder, name), text.ToString());
        }

        using var packed = new MemoryStream();
        ZipFile.CreateFromDirectory(folder, packed);
        return packed.ToArray();
    }

    private sealed record Ended(RegionPlanEnd Kind, long Cost, long Bound, int FreePosts, int OpenPosts, byte[]? Files);
}
