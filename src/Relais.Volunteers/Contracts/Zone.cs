using System.Text.Json.Serialization;

namespace Relais.Volunteers.Contracts;

[JsonConverter(typeof(JsonStringEnumConverter<ZoneKind>))]
public enum ZoneKind
{
    Commune,
    Epci,
    Department,
    Region,

    /// <summary>The whole of metropolitan France.</summary>
    France,

    /// <summary>An overseas territory, by its three-digit code (971, 988).</summary>
    Overseas,
}

/// <summary>A place where the person accepts to go however far it is.</summary>
/// <param name="Kind">What the code names.</param>
/// <param name="Code">The code of the commune, EPCI, department, region or overseas territory; <c>FR</c> for France.</param>
public sealed record Zone(ZoneKind Kind, string Code)
{
    public static Zone WholeFrance { get; } = new(ZoneKind.France, "FR");
}
