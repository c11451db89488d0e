using Microsoft.EntityFrameworkCore;
using Relais.Kernel.Data;
using Relais.Missions.Contracts;
using Relais.Missions.Life;

namespace Relais.Missions.Welcome;

internal sealed class WelcomeStates(RelaisDb db, WelcomeBook book) : IWelcome
{
    public async Task<IReadOnlyDictionary<Guid, WelcomeState>> OfAsync(string room, IReadOnlyCollection<Guid> origins, CancellationToken cancellation)
    {
        var missions = await db.Set<Mission>().AsNoTracking()
            .Where(mission => mission.OriginRoom == room && EF.Parameter(origins).Contains(mission.OriginId) && mission.CalledOffAt == null).ToListAsync(cancellation);
        var states = await book.OfAsync(missions, cancellation);
        return missions.Where(mission => states[mission.Id].Lines.Count > 0).ToDictionary(
            mission => mission.OriginId,
            mission => new WelcomeState(states[mission.Id].Ready, states[mission.Id].Lines.Count, $"/etablissements/{mission.Finess}/accueil/{mission.Id}"));
    }
}
