using Relais.Accessibility;
using Relais.Kernel.Identifiers;

namespace Relais.Territory.Contracts;

/// <summary>A commune as it stands now.</summary>
/// <param name="Department">Two characters (29, 2A), three overseas (971).</param>
/// <param name="Epci">The EPCI that it belongs to; a few islands belong to none.</param>
/// <param name="Point">Where its town is, as far as <paramref name="Quality"/> tells; none for a few uninhabited lands.</param>
public sealed record Commune(
    CommuneIndex Index,
    CommuneCode Code,
    string Name,
    string Department,
    string Region,
    Siren? Epci,
    IReadOnlyList<string> PostalCodes,
    Place? Point,
    CoordinateQuality Quality)
{
    /// <summary>The IANA zone of its clocks.</summary>
    public string TimeZone => CommuneTimeZones.Of(Code);

    public override string ToString() => $"{Name} ({Code})";
}
