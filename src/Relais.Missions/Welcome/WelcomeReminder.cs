using Relais.Kernel.Jobs;
using Relais.Kernel.Rules;
using Relais.Missions.Life;

namespace Relais.Missions.Welcome;

/// <summary>Plans, for the hours before somebody comes that the rules say, a look at what is not ready.</summary>
internal sealed class WelcomeReminder(DatedRules rules, JobQueue jobs)
{
    public async Task PlanAsync(Mission mission, CancellationToken cancellation) => jobs.Add(
        new RemindOfWelcome(mission.Id.Value, mission.Revision),
        mission.StartsAt.AddHours(-await rules.GetAsync<int>("welcome", "remind-hours", mission.Day, cancellation)));
}
