using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using Relais.Accounts.Contracts;
using Relais.Kernel.Data;
using Relais.Missions.Life;

namespace Relais.Missions.Owed;

/// <summary>A sum belongs to who is owed it.</summary>
internal sealed class PersonOfDue(RelaisDb db) : IResourceFinder
{
    public async ValueTask<Resource?> FindAsync(RouteValueDictionary route, CancellationToken cancellation) =>
        Guid.TryParse(route["id"] as string, out var id)
            ? await db.Set<Due>().Where(due => due.Id == id)
                .Join(db.Set<Mission>(), due => due.MissionId, mission => mission.Id, (_, mission) => new Resource { Person = mission.PersonId })
                .SingleOrDefaultAsync(cancellation)
            : null;
}
