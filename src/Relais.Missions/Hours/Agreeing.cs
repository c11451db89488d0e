using Microsoft.EntityFrameworkCore;
using Relais.Kernel.Data;
using Relais.Kernel.Jobs;
using Relais.Kernel.Journal;
using Relais.Kernel.Messages;
using Relais.Kernel.Wording;
using Relais.Missions.Certificates;
using Relais.Missions.Contracts;
using Relais.Missions.Life;
using Relais.Missions.Notices;
using Relais.Missions.Owed;

namespace Relais.Missions.Hours;

/// <summary>
/// The hours of a mission are those that both sides have told alike. One tells, the other agrees or tells others; when
/// they meet, the hours stand and the certificate is issued.
/// </summary>
internal sealed class Agreeing(RelaisDb db, HeldMission held, Issuing issuing, Owing owing, Outbox outbox, JobQueue jobs, JournalWriter journal, Words t, TimeProvider clock)
{
    /// <param name="id">The mission.</param>
    /// <param name="by">Who speaks.</param>
    /// <param name="told">The hours; as planned when none are given.</param>
    /// <param name="cancellation">Gives up.</param>
    public Task<MissionResult> TellAsync(MissionId id, Side by, ToldHours? told, CancellationToken cancellation) => held.ActAsync(
        id,
        async mission =>
        {
            if (Refuse(mission) is { } refusal)
            {
                return refusal;
            }

            var hours = told ?? mission.Planned;
            var known = await FindAsync(id, cancellation);
            if (known?.AgreedAt is not null)
            {
                return known.Told == hours ? new MissionResult.Done() : Agreed();
            }

            if (known is not null && known.Told == hours)
            {
                if (known.ToldBy != by)
                {
                    await StandAsync(mission, known, cancellation);
                }

                return new MissionResult.Done();
            }

            if (known is null)
            {
                db.Add(known = new WorkedHours { MissionId = id });
            }

            known.Tell(by, hours, clock.GetUtcNow());
            journal.Record("hours.told", "mission", id.Value);
            TellOther(mission, known);
            return new MissionResult.Done();
        },
        cancellation);

    /// <param name="id">The mission.</param>
    /// <param name="by">Who agrees.</param>
    /// <param name="round">To which hours: those told meanwhile are not agreed to unread.</param>
    /// <param name="cancellation">Gives up.</param>
    public Task<MissionResult> AgreeAsync(MissionId id, Side by, int round, CancellationToken cancellation) => held.ActAsync(
        id,
        async mission =>
        {
            if (Refuse(mission) is { } refusal)
            {
                return refusal;
            }

            switch (await FindAsync(id, cancellation))
            {
                case { AgreedAt: not null }:
                    return new MissionResult.Done();
                case { } hours when hours.Round == round && hours.ToldBy != by:
                    await StandAsync(mission, hours, cancellation);
                    return new MissionResult.Done();
                default:
                    return new MissionResult.Refused("hours_changed", t["Les heures ont changé depuis votre lecture : relisez-les avant d’être d’accord."]);
            }
        },
        cancellation);

    private Task<WorkedHours?> FindAsync(MissionId id, CancellationToken cancellation) =>
        db.Set<WorkedHours>().SingleOrDefaultAsync(hours => hours.MissionId == id, cancellation);

    private async Task StandAsync(Mission mission, WorkedHours hours, CancellationToken cancellation)
    {
        hours.Agree(clock.GetUtcNow());
        journal.Record("hours.agreed", "mission", mission.Id.Value);
        await issuing.IssueAsync(mission.Id, cancellation);
        await owing.StateAsync(mission, hours.Told, cancellation);
        outbox.Add(mission.PersonId.Value, new CertificateReady(mission.Id.Value), MissionNews.About(mission));
    }

    private void TellOther(Mission mission, WorkedHours hours)
    {
        if (hours.ToldBy is Side.Host)
        {
            outbox.Add(mission.PersonId.Value, new HoursToAgree(mission.Id.Value, hours.Round), MissionNews.About(mission));
        }
        else
        {
            jobs.Add(new TellHost(mission.Id.Value, hours.Round));
        }
    }

    private MissionResult.Refused? Refuse(Mission mission) =>
        mission.CalledOffAt is not null ? new("called_off", t["Cette mission n’a plus lieu."])
        : clock.GetUtcNow() < mission.StartsAt ? new("not_started", t["La mission n’a pas commencé : les heures se disent ensuite."])
        : null;

    private MissionResult.Refused Agreed() => new("hours_agreed", t["Les heures sont déjà validées des deux côtés : elles ne changent plus."]);
}
