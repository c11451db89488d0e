using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Configuration;
using Relais.Accounts.Contracts;
using Relais.Kernel.Data;
using Relais.Kernel.Jobs;
using Relais.Matching.Planning;
using Relais.Matching.Proposals;
using Relais.Matching.Rest;

namespace Relais.Reinforcement.RegionPlans;

/// <summary>Makes a plan that was asked for, and says how far it is.</summary>
internal sealed record MakeRegionPlan(Guid PlanId) : IJob
{
    public static string Kind => "make-region-plan";

    internal sealed class Handler(
        RelaisDb db, RegionSituations situations, PlanKeeping keeping, RestCheck rest, IConfiguration configuration, TimeProvider clock) : IJobHandler<MakeRegionPlan>
    {
        /// <summary>How often who waits is told, and who wants it stopped is heard.</summary>
        private static readonly TimeSpan Step = TimeSpan.FromSeconds(1);

        public async Task HandleAsync(MakeRegionPlan job, CancellationToken cancellation)
        {
            // A node that died left it running: it is begun again.
            var plan = await db.Set<RegionPlan>().AsNoTracking().SingleAsync(one => one.Id == job.PlanId, cancellation);
            if (plan.EndedAt is not null)
            {
                return;
            }

            var isUnwanted = await keeping.TellAsync(plan.Id, "gather", TimeSpan.Zero, progress: null, cancellation);
            if (await situations.OfAsync(Scope.Parse(plan.Scope), plan.Until, cancellation) is not { } situation)
            {
                await keeping.EndEmptyAsync(plan.Id, cancellation);
                return;
            }

            var folder = Directory.CreateTempSubdirectory("relais-plan-");
            try
            {
                var proposal = await PlanAsync(plan.Id, situation, folder.FullName, isUnwanted, cancellation);
                await keeping.EndAsync(plan.Id, situation, proposal, folder.FullName, cancellation);
            }
            finally
            {
                folder.Delete(recursive: true);
            }
        }

        private async Task<Proposal> PlanAsync(Guid plan, RegionSituation situation, string folder, bool isUnwanted, CancellationToken cancellation)
        {
            using var stop = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
            if (isUnwanted)
            {
                await stop.CancelAsync();
            }

            var request = new PlanRequest(TimeLimit: TimeSpan.FromSeconds(configuration.GetValue("RegionPlans:Seconds", 60)));
            var latest = new Latest();
            var began = clock.GetTimestamp();
            var planning = Task.Run(() => ProposalPlanner.Plan(situation.Input, folder, rest, request, latest, stop.Token), CancellationToken.None);
            try
            {
                while (await Task.WhenAny(planning, Task.Delay(Step, clock, cancellation)) != planning)
                {
                    if (await keeping.TellAsync(plan, latest.Value?.Phase ?? "gather", clock.GetElapsedTime(began), latest.Value, cancellation))
                    {
                        await stop.CancelAsync();
                    }
                }

                cancellation.ThrowIfCancellationRequested();
                return await planning;
            }
            finally
            {
                // The planner writes in a folder that is deleted next.
                await stop.CancelAsync();
                await ((Task)planning).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            }
        }

        private sealed class Latest : IProgress<PlanProgress>
        {
            private volatile PlanProgress? _value;

            public PlanProgress? Value => _value;

            public void Report(PlanProgress value) => _value = value;
        }
    }
}
