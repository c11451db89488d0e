using System.Text.Json.Serialization;

namespace Relais.Kernel.Identifiers;

/// <summary>The INSEE code of a commune: 5 characters that begin with the department (01 to 95, 2A, 2B, 971 to 989). It is not the postal code.</summary>
[JsonConverter(typeof(IdentifierJson<CommuneCode>))]
public sealed record CommuneCode : IIdentifier<CommuneCode>
{
    private const int Length = 5;

    private CommuneCode(string value) => Value = value;

    public string Value { get; }

    /// <summary>Two characters in metropolitan France (29, 2A), three overseas (971, 988).</summary>
    public string Department => Value[0] is '9' && Value[1] is '7' or '8' ? Value[..3] : Value[..2];

    public static Parsed<CommuneCode> Parse(string? text)
    {
        var code = Typed.Compact(text);

        if (code.Length is 0)
        {
            return new IdentifierProblem("commune_missing", "Indiquez le code INSEE de la commune.");
        }

        if (code.Length is Length - 1 && Typed.FirstOther(code, char.IsAsciiDigit) is null)
        {
            return new IdentifierProblem("commune_too_short", "Ce code de commune n’a que 4 chiffres : le 0 du début manque peut-être.");
        }

        if (code.Length is not Length)
        {
            return new IdentifierProblem("commune_wrong_length", "Un code de commune a 5 caractères, celui-ci en a {0}.", code.Length);
        }

        var rest = code[..2] is "2A" or "2B" ? code[2..] : code;
        if (Typed.FirstOther(rest, char.IsAsciiDigit) is { } other)
        {
            return new IdentifierProblem("commune_wrong_character", "Un code de commune n’a que des chiffres, sauf 2A et 2B en Corse : enlevez « {0} ».", other);
        }

        return code[..2] switch
        {
            "20" => new IdentifierProblem("commune_corsica", "En Corse, le code d’une commune commence par 2A ou 2B : celui-ci est un code postal."),
            "00" or "96" or "99" => new IdentifierProblem("commune_no_department", "Aucun département n’a le numéro {0} : vérifiez le début du code.", code[..2]),
            _ => new CommuneCode(code),
        };
    }

    public static CommuneCode Stored(string value) => new(value);

    public override string ToString() => Value;
}
