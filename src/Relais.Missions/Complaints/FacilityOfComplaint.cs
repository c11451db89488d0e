using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using Relais.Accounts.Contracts;
using Relais.Kernel.Data;
using Relais.Missions.Life;
using Relais.Missions.Owed;

namespace Relais.Missions.Complaints;

/// <summary>A complaint lies in the establishment that it is about, and in the commune of it.</summary>
internal sealed class FacilityOfComplaint(RelaisDb db) : IResourceFinder
{
    public async ValueTask<Resource?> FindAsync(RouteValueDictionary route, CancellationToken cancellation) =>
        Guid.TryParse(route["id"] as string, out var id)
            ? await db.Set<Complaint>().Where(complaint => complaint.Id == id)
                .Join(db.Set<Due>(), complaint => complaint.DueId, due => due.Id, (_, due) => due.MissionId)
                .Join(db.Set<Mission>(), mission => mission, mission => mission.Id, (_, mission) => new Resource { Finess = mission.Finess.Value, Commune = mission.CommuneCode.Value })
                .SingleOrDefaultAsync(cancellation)
            : null;
}
