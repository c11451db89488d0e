using Relais.Kernel.Identifiers;

namespace Relais.Reinforcement.Contracts;

/// <summary>How many places establishments asked for and how many somebody holds. Nobody is named, nor counted as a person.</summary>
public interface INeedFigures
{
    /// <summary>The places of the needs that were published, not cancelled, and begin in the period; a place is one person of one shift.</summary>
    /// <param name="from">Needs that begin then count.</param>
    /// <param name="until">Needs that begin then do not.</param>
    /// <param name="cancellation">Gives up.</param>
    /// <returns>A line for each establishment and commune that asked for any.</returns>
    Task<IReadOnlyList<FacilityPosts>> AskedAsync(DateTimeOffset from, DateTimeOffset until, CancellationToken cancellation);

    /// <summary>The places for which somebody is looked for now.</summary>
    /// <returns>A line for each establishment and commune that has any.</returns>
    Task<IReadOnlyList<FacilityPosts>> OpenAsync(CancellationToken cancellation);
}

/// <param name="Facility">Who asks.</param>
/// <param name="Commune">Where the place is.</param>
/// <param name="Posts">Places that were asked for.</param>
/// <param name="Filled">Those of them that somebody holds.</param>
public sealed record FacilityPosts(Finess Facility, CommuneCode Commune, int Posts, int Filled)
{
    /// <summary>Those that nobody holds.</summary>
    public int Open => Posts - Filled;
}
