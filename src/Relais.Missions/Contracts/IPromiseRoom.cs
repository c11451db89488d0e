namespace Relais.Missions.Contracts;

/// <summary>A room whose promises became missions. It hears of what only it can follow up; every call joins the caller's transaction.</summary>
public interface IPromiseRoom
{
    /// <summary>As in <see cref="MissionOrigin.Room"/>.</summary>
    string Room { get; }

    /// <summary>Who was expected has not come: somebody else is looked for at once.</summary>
    /// <returns>The local address at which the establishment follows the search; null when nobody is looked for, so little is left.</returns>
    Task<string?> ReplaceAsync(MissionOrigin origin, CancellationToken cancellation);

    /// <summary>The person has come after all.</summary>
    /// <returns>False when the place was given to somebody else meanwhile.</returns>
    Task<bool> TakeBackAsync(MissionOrigin origin, CancellationToken cancellation);
}
