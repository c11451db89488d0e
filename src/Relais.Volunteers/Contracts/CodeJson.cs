using System.Text.Json;
using System.Text.Json.Serialization;

namespace Relais.Volunteers.Contracts;

/// <summary>An entry of a fixed table, known by its code.</summary>
public interface ICoded<TSelf>
    where TSelf : class, ICoded<TSelf>
{
    string Code { get; }

    static abstract TSelf? Find(string? code);
}

/// <summary>Such an entry travels as its code; an unknown code is refused.</summary>
public sealed class CodeJson<T> : JsonConverter<T>
    where T : class, ICoded<T>
{
    public override T Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        (reader.TokenType is JsonTokenType.String ? T.Find(reader.GetString()) : null) ?? throw new JsonException($"This is no code of {typeof(T).Name}");

    public override void Write(Utf8JsonWriter writer, T value, JsonSerializerOptions options) => writer.WriteStringValue(value.Code);
}
