using Microsoft.EntityFrameworkCore;
using Relais.Kernel.Data;
using Relais.Kernel.Jobs;
using Relais.Missions.Contracts;
using Relais.Missions.Hours;
using Relais.Missions.Notices;
using Relais.Missions.Welcome;

namespace Relais.Missions.Life;

/// <summary>Keeps the promises that other rooms report.</summary>
internal sealed class MissionBook(RelaisDb db, MissionLinks links, Agreeing agreeing, WelcomeReminder welcome, JobQueue jobs, TimeProvider clock) : IMissions
{
    public async Task OpenAsync(NewMission mission, CancellationToken cancellation)
    {
        if (await FindAsync(mission.Origin, cancellation) is not null)
        {
            return;
        }

        var opened = Mission.Open(mission, clock.GetUtcNow());
        db.Add(opened);
        jobs.Add(new AskForHours(opened.Id.Value, opened.Revision), opened.EndsAt);
        await welcome.PlanAsync(opened, cancellation);
        await db.SaveChangesAsync(cancellation);
    }

    public async Task ChangeAsync(MissionOrigin origin, MissionTerms terms, CancellationToken cancellation)
    {
        if (await FindAsync(origin, cancellation) is { CalledOffAt: null } mission)
        {
            mission.Change(terms);
            jobs.Add(new AskForHours(mission.Id.Value, mission.Revision), mission.EndsAt);
            await welcome.PlanAsync(mission, cancellation);
            await db.SaveChangesAsync(cancellation);
        }
    }

    public async Task CallOffAsync(MissionOrigin origin, CancellationToken cancellation)
    {
        if (await FindAsync(origin, cancellation) is { CalledOffAt: null } mission)
        {
            mission.CallOff(clock.GetUtcNow());
            await db.SaveChangesAsync(cancellation);
        }
    }

    public async Task AgreeAsPlannedAsync(MissionOrigin origin, CancellationToken cancellation)
    {
        if (await FindAsync(origin, cancellation) is { } mission)
        {
            await agreeing.TellAsync(mission.Id, Side.Person, told: null, cancellation);
            await agreeing.TellAsync(mission.Id, Side.Host, told: null, cancellation);
        }
    }

    public async Task<string?> FindPathAsync(MissionOrigin origin, CancellationToken cancellation) =>
        await FindAsync(origin, cancellation) is { CalledOffAt: null } mission ? await links.PathAsync(mission, cancellation) : null;

    private Task<Mission?> FindAsync(MissionOrigin origin, CancellationToken cancellation) =>
        db.Set<Mission>().SingleOrDefaultAsync(mission => mission.OriginRoom == origin.Room && mission.OriginId == origin.Id, cancellation);
}
