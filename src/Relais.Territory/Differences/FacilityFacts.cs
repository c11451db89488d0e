using System.Text.Json;
using System.Text.Json.Serialization;
using Relais.Territory.Facilities;

namespace Relais.Territory.Differences;

internal enum Presence
{
    Open,

    Closed,

    /// <summary>The register does not list it, or not any more.</summary>
    Absent,
}

/// <summary>What is said of an establishment, by Relais or by the register.</summary>
internal sealed record FacilityFacts
{
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web) { Converters = { new JsonStringEnumConverter() } };

    public required Presence Presence { get; init; }

    /// <summary>Since when the register has it closed or absent, where it says so.</summary>
    public DateOnly? Since { get; init; }

    public required string Name { get; init; }

    public string? Address { get; init; }

    public required string Commune { get; init; }

    public required string Category { get; init; }

    public required string Entity { get; init; }

    public static FacilityFacts Of(Facility facility) => new()
    {
        Presence = facility.ClosedAt is null ? Presence.Open : Presence.Closed,
        Name = facility.Name,
        Address = facility.Address,
        Commune = facility.CommuneCode.Value,
        Category = facility.Category,
        Entity = facility.Entity.Value,
    };

    public static FacilityFacts Read(string json) => JsonSerializer.Deserialize<FacilityFacts>(json, Json)!;

    public string Write() => JsonSerializer.Serialize(this, Json);
}
