using System.Text.Json;
using Relais.Matching.Waves;
using Relais.Reinforcement.Needs;

namespace Relais.Bench.Refusals.Playing;

/// <summary>The rules of the waves that a new installation records, from the file that the room ships.</summary>
internal sealed class WaveRules
{
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web);
    private readonly Dictionary<Urgency, WavePace> _paces;

    private WaveRules(Dictionary<Urgency, WavePace> paces, int weight, WaveHours hours) => (_paces, Weight, Hours) = (paces, weight, hours);

    /// <summary>How many requests a pace counts for beside the answers of late.</summary>
    public int Weight { get; }

    /// <summary>When people are asked again about what can wait.</summary>
    public WaveHours Hours { get; }

    public static WaveRules Read()
    {
        var room = typeof(Need).Assembly;
        using var file = room.GetManifestResourceStream(room.GetManifestResourceNames().Single(name => name.EndsWith(".Rules.invitations.json", StringComparison.Ordinal)))!;
        var lines = JsonSerializer.Deserialize<Line[]>(file, Json)!;
        return new WaveRules(
            Enum.GetValues<Urgency>().ToDictionary(urgency => urgency, urgency => Value<WavePace>(lines, "wave-pace", urgency.ToString())),
            Value<JsonElement>(lines, "wave-answers", "learning").GetProperty("weight").GetInt32(),
            Value<WaveHours>(lines, "wave-hours", "awake"));
    }

    public WavePace Of(TimeSpan left) => _paces[Notice.UrgencyOf(left)];

    private static T Value<T>(IEnumerable<Line> lines, string kind, string key) =>
        lines.Where(line => line.Kind == kind && line.Key == key).MaxBy(line => line.ValidFrom)!.Value.Deserialize<T>(Json)!;

    private sealed record Line(string Kind, string Key, DateOnly ValidFrom, JsonElement Value);
}
