using System.Text.Json.Serialization;
using Relais.Kernel.Identifiers;
using Relais.Matching.Rest;
using Relais.Volunteers.Contracts;

namespace Relais.Volunteers.Registration;

/// <summary>The body of <c>createVolunteer</c>: what the six steps ask, at once.</summary>
internal sealed record NewVolunteerRequest
{
    public string? FirstName { get; init; }

    public string? LastName { get; init; }

    /// <summary>This or <see cref="Mobile"/>.</summary>
    public string? Email { get; init; }

    public string? Mobile { get; init; }

    public VolunteerStatus? Status { get; init; }

    [JsonConverter(typeof(JsonStringEnumConverter<Regime>))]
    public Regime? Regime { get; init; }

    /// <summary>For whom the person works; nothing where they do not say.</summary>
    public EmployerKind? EmployerKind { get; init; }

    /// <summary>Nothing for the professions that have none.</summary>
    public Rpps? Rpps { get; init; }

    public IReadOnlyList<SkillRequest>? Skills { get; init; }

    /// <summary>INSEE code of the commune of residence.</summary>
    public CommuneCode? Home { get; init; }

    /// <summary>From 5 to 600; nothing when only the zones count.</summary>
    public int? TravelMinutes { get; init; }

    public bool OnSite { get; init; } = true;

    public bool Remote { get; init; }

    public bool OwnCar { get; init; }

    public bool LodgingNeeded { get; init; }

    public IReadOnlyList<Zone>? Zones { get; init; }

    public IReadOnlyList<Schemes>? Schemes { get; init; }

    public WeekGrid? Week { get; init; }

    public bool Nights { get; init; }

    public int NoticeHours { get; init; } = 4;

    public int? LongestStayDays { get; init; }

    public IReadOnlyList<SpellRequest>? Spells { get; init; }

    public int? WeeklyLimit { get; init; }

    /// <summary>The most days of reinforcement in a calendar year, from 1 to 366; nothing for no limit.</summary>
    public int? YearlyDays { get; init; }

    /// <summary>The person agrees that the dossier is kept and that requests are sent.</summary>
    public bool Consent { get; init; }
}

internal sealed record SkillRequest(ProfessionUnit Cell, int Years, DateOnly? LastPractised = null);

internal sealed record SpellRequest(SpellKind Kind, DateTimeOffset Start, DateTimeOffset End);

/// <summary>The answer: the person, and when the dossier was opened.</summary>
internal sealed record CreatedVolunteer(Guid Id, DateTimeOffset RegisteredAt);
