using Relais.Accounts.Contracts;
using Relais.Matching.Rest;

namespace Relais.Volunteers.Contracts;

/// <summary>What the rooms that send people on missions may know of a dossier.</summary>
public interface IVolunteers
{
    /// <summary>Those of these persons who have a dossier.</summary>
    Task<IReadOnlyDictionary<PersonId, VolunteerSummary>> FindAsync(IReadOnlyCollection<PersonId> persons, CancellationToken cancellation);
}

/// <summary>What a mission needs to know of a person, without a name or an address.</summary>
/// <param name="Commune">Code of the commune of residence.</param>
/// <param name="WeeklyLimit">How many requests a week the person accepts, over all needs.</param>
public sealed record VolunteerSummary(
    PersonId Person, VolunteerStatus Status, Regime Regime, string Commune, int WeeklyLimit, bool IsPaused);
