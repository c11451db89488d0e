using Relais.Kernel.Journal;
using Relais.Kernel.Wording;
using Relais.Missions.Contracts;
using Relais.Missions.Life;

namespace Relais.Missions.Presence;

/// <summary>« Je suis sur place », in one tap of either side.</summary>
internal sealed class Arriving(HeldMission held, JournalWriter journal, Words t, TimeProvider clock)
{
    /// <summary>Who comes early says so; a tap on the wrong day is caught.</summary>
    public static readonly TimeSpan Before = TimeSpan.FromHours(2);

    public Task<MissionResult> ArriveAsync(MissionId id, Side told, CancellationToken cancellation) => held.ActAsync(
        id,
        mission =>
        {
            if (mission.ArrivedAt is null)
            {
                if (Refuse(mission) is { } refusal)
                {
                    return Task.FromResult<MissionResult>(refusal);
                }

                mission.Arrive(told, clock.GetUtcNow());
                journal.Record("mission.arrived", "mission", mission.Id.Value);
            }

            return Task.FromResult<MissionResult>(new MissionResult.Done());
        },
        cancellation);

    /// <summary>Whether the button is there.</summary>
    public bool IsTime(Mission mission) => mission.ArrivedAt is null && Refuse(mission) is null;

    private MissionResult.Refused? Refuse(Mission mission)
    {
        var now = clock.GetUtcNow();
        return mission.CalledOffAt is not null ? new("called_off", t["Cette mission n’a plus lieu."])
            : now < mission.StartsAt - Before ? new("too_early", t["La mission n’a pas commencé : l’arrivée se dit à partir de deux heures avant."])
            : now >= mission.EndsAt ? new("over", t["La mission est terminée : dites plutôt vos heures."])
            : null;
    }
}
