namespace Relais.Missions.Contracts;

/// <summary>How ready establishments are for those who come.</summary>
public interface IWelcome
{
    /// <returns>By the id of the origin; nothing for a promise that is no mission yet, nor where the establishment has no list.</returns>
    Task<IReadOnlyDictionary<Guid, WelcomeState>> OfAsync(string room, IReadOnlyCollection<Guid> origins, CancellationToken cancellation);
}

/// <param name="Ready">How many lines of the list are ready for this person.</param>
/// <param name="All">How many there are.</param>
/// <param name="Address">Where the establishment ticks them: a local address.</param>
public sealed record WelcomeState(int Ready, int All, string Address);
