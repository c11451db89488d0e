using Relais.Accounts.Contracts;
using Relais.Kernel.Identifiers;
using Relais.Matching.Eligibility;
using Relais.Matching.Rest;

namespace Relais.Volunteers.Contracts;

/// <summary>What the rooms that send people on missions may know of a dossier.</summary>
public interface IVolunteers
{
    /// <summary>Those of these persons who have a dossier.</summary>
    Task<IReadOnlyDictionary<PersonId, VolunteerSummary>> FindAsync(IReadOnlyCollection<PersonId> persons, CancellationToken cancellation);

    /// <summary>On which days a person may come, and on how many: read here and now, for who decides. No limit for who has no dossier.</summary>
    Task<DayLimits> DayLimitsAsync(PersonId person, CancellationToken cancellation);

    /// <summary>What an establishment sees of who could come, in no order that tells who they are. Nothing there names anybody.</summary>
    /// <param name="seenFrom">The commune of the establishment, from which distances are told.</param>
    Task<IReadOnlyDictionary<PersonId, AnonymousProfile>> DescribeAsync(
        IReadOnlyCollection<PersonId> persons, ProfessionUnit cell, CommuneCode seenFrom, CancellationToken cancellation);
}

/// <summary>What a mission needs to know of a person, without a name or an address.</summary>
/// <param name="Commune">Code of the commune of residence.</param>
/// <param name="WeeklyLimit">How many requests a week the person accepts, over all needs.</param>
public sealed record VolunteerSummary(
    PersonId Person, VolunteerStatus Status, Regime Regime, string Commune, int WeeklyLimit, bool IsPaused);

/// <summary>A person as an establishment sees one before a yes.</summary>
/// <param name="Cell">What the person does.</param>
/// <param name="Experience">How long, as a band.</param>
/// <param name="Journey">How far, as a band.</param>
/// <param name="Level">How much of the title is verified today, or nothing.</param>
/// <param name="IsStudent">A student works beside a professional.</param>
public sealed record AnonymousProfile(ProfessionUnit Cell, ExperienceBand Experience, JourneyBand Journey, CredentialLevel? Level, bool IsStudent);
