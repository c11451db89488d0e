using System.Reflection;
using System.Text.Json;

namespace Relais.Territory.Contracts;

/// <summary>A priority zone for access to care, as it was announced: a dated list with its source, which no formula of ours replaces.</summary>
/// <param name="Territories">Codes of the EPCI that it is made of.</param>
public sealed record PriorityZone(string Name, string Source, DateOnly Published, int AnnouncedPopulation, string AnnouncedShare, IReadOnlyList<string> Territories)
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
