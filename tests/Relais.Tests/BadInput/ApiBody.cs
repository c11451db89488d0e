using System.Globalization;
using System.Text.Json;
using System.Text.RegularExpressions;
using Relais.Accounts.Contracts;

namespace Relais.Tests.BadInput;

/// <summary>The body of an endpoint as the description of the API tells it, filled with plausible values.</summary>
internal sealed partial class ApiBody
{
    private readonly Dictionary<string, string> _values;

    private ApiBody(Dictionary<string, string> values) => _values = values;

    public IReadOnlyCollection<string> Fields => _values.Keys;

    public static ApiBody? Of(JsonDocument description, AccessRule rule)
    {
        var path = Constraint().Replace(rule.Route, "");
        if (!description.RootElement.GetProperty("paths").TryGetProperty(path, out var methods)
            || !methods.TryGetProperty(rule.Method.ToLower(CultureInfo.InvariantCulture), out var operation)
            || !operation.TryGetProperty("requestBody", out var body))
        {
            return null;
        }

        var schema = Resolve(description, body.GetProperty("content").GetProperty("application/json").GetProperty("schema"));
        return new ApiBody(schema.GetProperty("properties").EnumerateObject().ToDictionary(property => property.Name, property => Plausible(description, property.Value)));
    }

    public string Whole() => Write(_values);

    public string With(string field, string json) => Write(_values.Select(pair => pair.Key == field ? KeyValuePair.Create(field, json) : pair));

    public string Without(string field) => Write(_values.Where(pair => pair.Key != field));

    private static string Write(IEnumerable<KeyValuePair<string, string>> values) => $"{{{string.Join(',', values.Select(pair => $"\"{pair.Key}\":{pair.Value}"))}}}";

    private static string Plausible(JsonDocument description, JsonElement property)
    {
        var schema = Resolve(description, property);
        if (schema.TryGetProperty("enum", out var choices))
        {
            return choices[0].GetRawText();
        }

        return (TypeOf(schema), schema.TryGetProperty("format", out var format) ? format.GetString() : null) switch
        {
            ("integer" or "number", _) => "1",
            ("boolean", _) => "true",
            ("array", _) => "[]",
            ("object", _) => "{}",
            (_, "date-time") => "\"2026-12-01T07:00:00+01:00\"",
            (_, "date") => "\"2026-12-01\"",
            (_, "uuid") => "\"0197a000-0000-7000-8000-000000000000\"",
            _ => "\"texte\"",
        };
    }

    private static string? TypeOf(JsonElement schema) => !schema.TryGetProperty("type", out var type) ? null
        : type.ValueKind is JsonValueKind.Array ? type.EnumerateArray().Select(kind => kind.GetString()).FirstOrDefault(kind => kind is not "null")
        : type.GetString();

    private static JsonElement Resolve(JsonDocument description, JsonElement schema)
    {
        if (schema.TryGetProperty("oneOf", out var choices))
        {
            return Resolve(description, choices.EnumerateArray().Last());
        }

        return schema.TryGetProperty("$ref", out var reference)
            ? description.RootElement.GetProperty("components").GetProperty("schemas").GetProperty(reference.GetString()!.Split('/')[^1])
            : schema;
    }

    [GeneratedRegex(@"(?<=\{\w+):[^}]*(?=\})")]
    private static partial Regex Constraint();
}
