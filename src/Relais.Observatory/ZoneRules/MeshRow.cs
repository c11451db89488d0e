using Relais.Accessibility.Zoning;
using Relais.Observatory.Figures;
using Relais.Observatory.Zonings;
using Relais.Territory.Contracts;

namespace Relais.Observatory.ZoneRules;

/// <summary>A mesh beside what was published of it.</summary>
/// <param name="Apl">The mean that the rules go by.</param>
/// <param name="OtherMean">Over the other population.</param>
/// <param name="Other">Of the other source, where there is one.</param>
/// <param name="Published">The zones of its communes in the zoning of the profession, the most communes first; none where none was imported.</param>
internal sealed record MeshRow(MeshZone Zone, Figure Apl, Figure OtherMean, Figure? Other, IReadOnlyList<PublishedZone> Published)
{
    /// <summary>Whether the zoning says of its communes what the rules say; nothing where either is silent.</summary>
    public Agreement? Agreement => DrawnZone.Of(Zone.Class) is not { } byRules || Published.Count is 0 || Published.Any(zone => zone.As is null) ? null
        : Published.All(zone => zone.As == byRules) ? ZoneRules.Agreement.Same
        : Published.Any(zone => zone.As == byRules) ? ZoneRules.Agreement.InPart
        : ZoneRules.Agreement.Other;
}

/// <summary>How a zoning stands to the rules.</summary>
internal enum Agreement
{
    Same,

    /// <summary>Of some communes of the mesh it says the same, and of others something else.</summary>
    InPart,

    Other,
}

/// <param name="Zone">As it was published; nothing for communes that are in none.</param>
internal sealed record PublishedZone(string? Zone, int Communes)
{
    public DrawnAs? As => Zone is null ? DrawnAs.Neither : DrawnZone.Of(Zone);
}

/// <summary>A zoning over the territory.</summary>
/// <param name="Zones">The most people first.</param>
/// <param name="Changes">Communes whose zone is another than in the vintage before.</param>
internal sealed record ZoningOverview(ZoningSeries Series, Provenance Provenance, IReadOnlyList<ZonePeople> Zones, IReadOnlyList<ZoneChange> Changes);

internal sealed record ZonePeople(string Zone, int Communes, double People);

internal sealed record ZoneChange(Commune Commune, CommuneZone Zone);
