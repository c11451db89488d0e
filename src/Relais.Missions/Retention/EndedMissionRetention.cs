using Microsoft.EntityFrameworkCore;
using Relais.Kernel.Data;
using Relais.Kernel.Retention;
using Relais.Missions.Appraisal;
using Relais.Missions.Life;

namespace Relais.Missions.Retention;

/// <summary>Removes names, numbers and words of people of the establishment; who came, where and when stays.</summary>
internal sealed class EndedMissionRetention(RelaisDb db) : IRetentionRule
{
    public string Key => "missions.ended-missions";

    public Task<int> ApplyAsync(DateTimeOffset endedBefore, CancellationToken cancellation) => db.InTransactionAsync(
        async () =>
        {
            var ended = db.Set<Mission>().Where(mission => mission.EndsAt < endedBefore);
            await db.Set<Thanks>().Where(thanks => thanks.Words != "" && ended.Any(mission => mission.Id == thanks.MissionId))
                .ExecuteUpdateAsync(thanks => thanks.SetProperty(said => said.Words, ""), cancellation);
            return await ended.Where(mission => mission.ContactName != "" || mission.ContactPhone != "" || mission.Instructions != "")
                .ExecuteUpdateAsync(
                    mission => mission.SetProperty(m => m.ContactName, "").SetProperty(m => m.ContactPhone, "").SetProperty(m => m.Instructions, ""), cancellation);
        },
        cancellation);
}
