namespace Relais.Accounts.Contracts;

/// <summary>How far a role reaches. Its text (<c>facility:290000017</c>) is what the database keeps.</summary>
public abstract record Scope
{
    private Scope(string kind, string value) => (Kind, Value) = (kind, value);

    public static Scope National { get; } = new WholeNation();

    public string Kind { get; }

    public string Value { get; }

    public static Scope Parse(string text)
    {
        var (kind, value) = text.IndexOf(':', StringComparison.Ordinal) is var colon and > 0
            ? (text[..colon], text[(colon + 1)..])
            : (text, "");

        return kind switch
        {
            "national" => National,
            "territory" => new Territory(value),
            "facility" => new Facility(value),
            "network" => new Network(Guid.Parse(value)),
            "self" => new Self(new PersonId(Guid.Parse(value))),
            _ => throw new FormatException($"'{text}' is not a scope"),
        };
    }

    public sealed override string ToString() => Value.Length is 0 ? Kind : $"{Kind}:{Value}";

    /// <summary>Everything, everywhere.</summary>
    private sealed record WholeNation() : Scope("national", "");

    /// <summary>What lies in a territory, named by the code that the Territory room gives it.</summary>
    public sealed record Territory(string Code) : Scope("territory", Code);

    /// <summary>A facility by its FINESS number, and its sites when the number is that of the legal entity.</summary>
    public sealed record Facility(string Finess) : Scope("facility", Finess);

    /// <summary>A care network and its members.</summary>
    public sealed record Network(Guid Id) : Scope("network", Id.ToString());

    /// <summary>Oneself alone.</summary>
    public sealed record Self(PersonId Person) : Scope("self", Person.ToString());
}
