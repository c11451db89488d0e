using Relais.Kernel.Links;
using Relais.Missions.Contracts;

namespace Relais.Missions.Life;

/// <summary>The link that opens one mission, and nothing else, without signing in.</summary>
internal sealed class MissionLinks(SignedLinks links)
{
    private static readonly LinkPurpose Purpose = new("mission");

    /// <summary>Long enough to come back for the certificate when an employer or a tax office asks for it.</summary>
    private static readonly TimeSpan AfterTheMission = TimeSpan.FromDays(400);

    public async Task<string> PathAsync(Mission mission, CancellationToken cancellation) =>
        $"/missions/{await links.CreateAsync(Purpose, mission.Id.Value, mission.EndsAt + AfterTheMission, cancellation)}";

    public async Task<(LinkState State, MissionId Mission)> ReadAsync(string? token, CancellationToken cancellation)
    {
        var reading = await links.ReadAsync(Purpose, token, cancellation);
        return (reading.State, new MissionId(reading.Subject));
    }
}
