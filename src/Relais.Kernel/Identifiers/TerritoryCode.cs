using System.Text.Json.Serialization;

namespace Relais.Kernel.Identifiers;

/// <summary>
/// Names a territory: <c>REG-53</c> for a region, <c>DEP-29</c> for a department (both have a 53), the SIREN for an
/// EPCI (<c>245614417</c>), letters, digits and hyphens for any other (<c>CPTS-BRO</c>).
/// </summary>
[JsonConverter(typeof(IdentifierJson<TerritoryCode>))]
public sealed record TerritoryCode : IIdentifier<TerritoryCode>
{
    private const int MostCharacters = 40;

    private TerritoryCode(string value) => Value = value;

    public string Value { get; }

    public static TerritoryCode OfRegion(string code) => new($"REG-{code}");

    public static TerritoryCode OfDepartment(string code) => new($"DEP-{code}");

    public static TerritoryCode OfEpci(Siren siren) => new(siren.Value);

    public static Parsed<TerritoryCode> Parse(string? text)
    {
        var code = (text ?? "").Trim().ToUpperInvariant();

        if (code.Length is 0)
        {
            return new IdentifierProblem("territory_missing", "Indiquez le code du territoire.");
        }

        if (code.Length > MostCharacters)
        {
            return new IdentifierProblem("territory_too_long", "Un code de territoire a 40 caractères au plus.");
        }

        if (Typed.FirstOther(code, character => char.IsAsciiLetterOrDigit(character) || character is '-') is { } other)
        {
            return new IdentifierProblem("territory_wrong_character", "Un code de territoire n’a que des lettres, des chiffres et des tirets : enlevez « {0} ».", other);
        }

        return new TerritoryCode(code);
    }

    public static TerritoryCode Stored(string value) => new(value);

    public override string ToString() => Value;
}
