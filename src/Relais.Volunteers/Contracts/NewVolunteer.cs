using Relais.Accounts.Contracts;
using Relais.Kernel.Identifiers;
using Relais.Matching.Rest;

namespace Relais.Volunteers.Contracts;

/// <summary>A whole dossier as it is opened, by a registration, a program or the demonstration.</summary>
public sealed record NewVolunteer
{
    public required PersonId Person { get; init; }

    public required VolunteerStatus Status { get; init; }

    public required Regime Regime { get; init; }

    public Rpps? Rpps { get; init; }

    public required IReadOnlyList<Skill> Skills { get; init; }

    /// <summary>One for each profession of the skills; those left out are asked for at the level that the status suggests.</summary>
    public IReadOnlyList<Title> Titles { get; init; } = [];

    /// <summary>For whom the person works; nothing where they do not say.</summary>
    public EmployerKind? EmployerKind { get; init; }

    public IReadOnlyList<EmployerAgreement> Agreements { get; init; } = [];

    public required Reach Reach { get; init; }

    public required Readiness Readiness { get; init; }

    public AskingPreferences Preferences { get; init; } = new();

    public required DateTimeOffset At { get; init; }
}
