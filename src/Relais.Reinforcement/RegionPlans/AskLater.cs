using Relais.Accounts.Contracts;
using Relais.Kernel.Jobs;
using Relais.Reinforcement.Contracts;

namespace Relais.Reinforcement.RegionPlans;

/// <summary>Asks somebody whom a plan proposes, once their quiet hours are over.</summary>
internal sealed record AskLater(Guid PlanId, Guid NeedId, Guid PersonId, Guid By) : IJob
{
    public static string Kind => "ask-planned-later";

    internal sealed class Handler(PlanDecisions decisions) : IJobHandler<AskLater>
    {
        public Task HandleAsync(AskLater job, CancellationToken cancellation) =>
            decisions.FollowLaterAsync(job.PlanId, new LineName(new NeedId(job.NeedId), new PersonId(job.PersonId)), new PersonId(job.By), cancellation);
    }
}
