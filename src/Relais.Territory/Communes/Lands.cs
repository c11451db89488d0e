using System.Reflection;
using System.Text.Json;
using Relais.Kernel.Identifiers;
using Relais.Territory.Contracts;

namespace Relais.Territory.Communes;

/// <summary>Which communes a car can go between: the mainland, Corsica, each overseas island, and the small islands by name.</summary>
internal static class Lands
{
    private static readonly Dictionary<string, string> Islands = ReadIslands();

    /// <returns>A number of the land of each commune; equal numbers are the same land.</returns>
    public static IReadOnlyList<int> Of(IReadOnlyList<Commune> communes)
    {
        var numbers = new Dictionary<string, int>(StringComparer.Ordinal);
        var lands = new int[communes.Count];

        for (var rank = 0; rank < lands.Length; rank++)
        {
            var land = NameOf(communes[rank].Code);
            if (!numbers.TryGetValue(land, out lands[rank]))
            {
                numbers[land] = lands[rank] = numbers.Count;
            }
        }

        return lands;
    }

    private static string NameOf(CommuneCode commune) => Islands.GetValueOrDefault(commune.Value) ?? commune.Department switch
    {
        "2A" or "2B" => "Corse",
        "984" or "987" => commune.Value, // Archipelagos: what the file does not group stands alone.
        { Length: 3 } overseas => overseas,
        _ => "Continent",
    };

    private static Dictionary<string, string> ReadIslands()
    {
        using var file = Assembly.GetExecutingAssembly().GetManifestResourceStream("islands.json")!;
        return JsonSerializer.Deserialize<Dictionary<string, string[]>>(file)!
            .SelectMany(island => island.Value.Select(commune => (commune, island: island.Key)))
            .ToDictionary(pair => pair.commune, pair => pair.island, StringComparer.Ordinal);
    }
}
