using Relais.Accounts.Contracts;
using Relais.Kernel.Data;
using Relais.Kernel.Jobs;
using Relais.Kernel.Messages;
using Relais.Territory.Contracts;

namespace Relais.Missions.Complaints;

/// <summary>Finds who manages the establishment and who coordinates where it lies, and tells each.</summary>
internal sealed record TellOfComplaint(Guid ComplaintId) : IJob
{
    public static string Kind => "tell-of-complaint";

    internal sealed class Handler(RelaisDb db, ComplaintBook complaints, ITerritories territories, IFacilities facilities, IRoles roles, Outbox outbox) : IJobHandler<TellOfComplaint>
    {
        public async Task HandleAsync(TellOfComplaint job, CancellationToken cancellation)
        {
            if (await complaints.FindAsync(job.ComplaintId, cancellation) is not { } line)
            {
                return;
            }

            var mission = line.Line.Mission;
            var around = await territories.AroundAsync(mission.CommuneCode, cancellation);
            PersonId[] told =
            [
                .. await facilities.ManagersOfAsync(roles, mission.Finess, cancellation),
                .. await roles.PeopleAsync(Role.Coordinator, [.. around.Select(territory => new Scope.Territory(territory.Code.Value))], cancellation),
            ];
            foreach (var person in told.Distinct())
            {
                outbox.Add(person.Value, new ComplaintMade(job.ComplaintId), new MessageSubject("complaint", job.ComplaintId), onceKey: $"{job.ComplaintId}/{person}");
            }

            await db.SaveChangesAsync(cancellation);
        }
    }
}
