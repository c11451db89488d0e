using System.Reflection;
using System.Text.Json;

namespace Relais.Territory.Territories;

/// <summary>A priority zone for access to care, as it was announced: a dated list with its source, which no formula of ours replaces.</summary>
internal sealed record PriorityZone(string Name, string Source, DateOnly Published, int AnnouncedPopulation, string AnnouncedShare, IReadOnlyList<string> Territories)
{
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web);

    public static PriorityZone Brittany { get; } = Read("priority-zone-brittany.json");

    private static PriorityZone Read(string file)
    {
        using var stream = Assembly.GetExecutingAssembly().GetManifestResourceStream(file)!;
        return JsonSerializer.Deserialize<PriorityZone>(stream, Json)!;
    }
}
