using Microsoft.EntityFrameworkCore;
using Relais.Kernel.Data;
using Relais.Missions.Contracts;

namespace Relais.Missions.Life;

/// <summary>Acts on one mission while holding its row, so that what is decided on is what is true until the end.</summary>
internal sealed class HeldMission(RelaisDb db)
{
    public Task<MissionResult> ActAsync(MissionId id, Func<Mission, Task<MissionResult>> act, CancellationToken cancellation) => db.InTransactionAsync(
        async () =>
        {
            if (db.Engine is Engine.Postgres)
            {
                await db.Database.ExecuteSqlAsync($"SELECT id FROM mission WHERE id = {id.Value} FOR UPDATE", cancellation);
            }

            if (await db.Set<Mission>().SingleOrDefaultAsync(known => known.Id == id, cancellation) is not { } mission)
            {
                return new MissionResult.Unknown();
            }

            var result = await act(mission);
            await db.SaveChangesAsync(cancellation);
            return result;
        },
        cancellation);
}
