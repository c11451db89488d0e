using System.Text.Json;
using System.Text.Json.Serialization;

namespace Relais.Kernel.Identifiers;

/// <summary>An identifier travels as a string; a wrong one is refused with its sentence.</summary>
public sealed class IdentifierJson<T>(Func<string?, Parsed<T>> parse) : JsonConverter<T>
    where T : class, IIdentifier<T>
{
    public IdentifierJson()
        : this(T.Parse)
    {
    }

    public override T Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        var parsed = parse(reader.TokenType is JsonTokenType.String ? reader.GetString() : throw new JsonException());
        return parsed.IsValid ? parsed.Value : throw new IdentifierJsonException(parsed.Problem);
    }

    public override void Write(Utf8JsonWriter writer, T value, JsonSerializerOptions options) => writer.WriteStringValue(value.Value);

    public override T ReadAsPropertyName(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        parse(reader.GetString()) is { IsValid: true, Value: var value } ? value : throw new JsonException();

    public override void WriteAsPropertyName(Utf8JsonWriter writer, T value, JsonSerializerOptions options) => writer.WritePropertyName(value.Value);
}

/// <summary>Carries the problem up to the API, which answers 400 with its code and sentence.</summary>
public sealed class IdentifierJsonException(IdentifierProblem problem)
    : JsonException(string.Format(System.Globalization.CultureInfo.InvariantCulture, problem.Sentence, problem.Arguments))
{
    public IdentifierProblem Problem { get; } = problem;
}
