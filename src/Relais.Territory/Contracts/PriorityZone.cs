using System.Reflection;
using System.Text.Json;

namespace Relais.Territory.Contracts;

/// <summary>A priority zone for access to care, as it was announced: a dated list with its source, which no formula of ours replaces.</summary>
/// <param name="Territories">Codes of the EPCI that it is made of.</param>
/// <param name="Sites">Where the advanced consultations are given.</param>
public sealed record PriorityZone(string Name, string Source, DateOnly Published, int AnnouncedPopulation, string AnnouncedShare, IReadOnlyList<string> Territories, IReadOnlyList<PrioritySite> Sites)
{
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web);

    /// <summary>The zone of territorial solidarity of Brittany, autumn 2025.</summary>
    public static PriorityZone Brittany { get; } = Read("priority-zone-brittany.json");

    private static PriorityZone Read(string file)
    {
        using var stream = Assembly.GetExecutingAssembly().GetManifestResourceStream(file)!;
        return JsonSerializer.Deserialize<PriorityZone>(stream, Json)!;
    }
}

/// <param name="Kind">French: what the place is.</param>
/// <param name="Commune">Its INSEE code.</param>
/// <param name="Name">Of the commune.</param>
public sealed record PrioritySite(string Kind, string Address, string Commune, string Name);
