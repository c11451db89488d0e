using Microsoft.EntityFrameworkCore;
using Relais.Kernel.Data;
using Relais.Reinforcement.Contracts;
using Relais.Reinforcement.Places;

namespace Relais.Reinforcement.Needs;

/// <summary>Hands a need to one act at a time: its row is locked, and the act and all it causes are one transaction.</summary>
internal sealed class NeedDesk(RelaisDb db, PlaceKeeper places)
{
    public Task<NeedResult> ActAsync(NeedId id, Func<Need, Task<NeedResult>> act, CancellationToken cancellation) => db.InTransactionAsync(
        async () =>
        {
            await places.LockAsync(id, cancellation);
            return await db.Set<Need>().SingleOrDefaultAsync(n => n.Id == id, cancellation) is { } need ? await act(need) : new NeedResult.Unknown();
        },
        cancellation);
}
