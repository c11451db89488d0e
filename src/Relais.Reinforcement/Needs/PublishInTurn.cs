using Microsoft.EntityFrameworkCore;
using Relais.Kernel.Data;
using Relais.Kernel.Jobs;
using Relais.Reinforcement.Contracts;

namespace Relais.Reinforcement.Needs;

/// <summary>The hour has come at which a draft publishes itself, unless it was published, moved or cancelled meanwhile.</summary>
internal sealed record PublishInTurn(Guid NeedId) : IJob
{
    public static string Kind => "publish-in-turn";

    internal sealed class Handler(RelaisDb db, NeedLife life, TimeProvider clock) : IJobHandler<PublishInTurn>
    {
        public async Task HandleAsync(PublishInTurn job, CancellationToken cancellation)
        {
            var id = new NeedId(job.NeedId);
            var need = await db.Set<Need>().AsNoTracking().SingleOrDefaultAsync(n => n.Id == id, cancellation);
            if (need is not { State: NeedState.Draft, PublishAt: { } at } || at > clock.GetUtcNow())
            {
                return;
            }

            // No node ran until the shift had begun, or the establishment closed: nobody can be asked any more.
            if (await life.PublishAsync(id, cancellation) is NeedResult.Refused)
            {
                await life.CloseAsync(id, cancellation);
            }
        }
    }
}
