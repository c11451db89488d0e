using System.Text.Json;

namespace Relais.Matching.Instances;

/// <summary>The settings of an instance, <c>meta.json</c>.</summary>
internal sealed class MetaFile
{
    private const string Name = "meta.json";
    private readonly JsonElement _root;

    private MetaFile(JsonElement root) => _root = root;

    public static MetaFile Read(string folder)
    {
        try
        {
            using var document = JsonDocument.Parse(InstanceFile.Bytes(Path.Combine(folder, Name)));
            return document.RootElement.ValueKind is JsonValueKind.Object
                ? new MetaFile(document.RootElement.Clone()) : throw Bad("an object was expected");
        }
        catch (JsonException broken)
        {
            throw new BadInstanceException(Name, (int)(broken.LineNumber ?? 0) + 1, "this is not JSON");
        }
    }

    public string Kind => Text("kind");

    public static BadInstanceException Bad(string reason) => new(Name, 1, reason);

    public int Whole(string name, int least, int most) =>
        _root.TryGetProperty(name, out var value) && value.ValueKind is JsonValueKind.Number && value.TryGetInt32(out var number)
            ? number >= least && number <= most ? number
                : throw Bad(FormattableString.Invariant($"{name} is {number}; it must be between {least} and {most}"))
            : throw Bad($"{name} is missing or is not a whole number");

    public string Text(string name, string? otherwise = null) =>
        _root.TryGetProperty(name, out var value) && value.ValueKind is JsonValueKind.String ? value.GetString()!
            : otherwise ?? throw Bad($"{name} is missing");

    public IEnumerable<string> List(string name) =>
        _root.TryGetProperty(name, out var value) && value.ValueKind is JsonValueKind.Array
            ? value.EnumerateArray().Select(item => item.GetString() ?? throw Bad($"{name} holds something else than names"))
            : throw Bad($"{name} is missing");

    public IEnumerable<(string Name, JsonElement Value)> Entries(string name) =>
        _root.TryGetProperty(name, out var value) && value.ValueKind is JsonValueKind.Object
            ? value.EnumerateObject().Select(entry => (entry.Name, entry.Value))
            : throw Bad($"{name} is missing");
}
