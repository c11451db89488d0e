using System.Text.Json.Serialization;

namespace Relais.Kernel.Identifiers;

/// <summary>The number of an organisation in the national register (SIREN): 9 digits, the last a Luhn key. It is also the code of an EPCI.</summary>
[JsonConverter(typeof(IdentifierJson<Siren>))]
public sealed record Siren : IIdentifier<Siren>
{
    private const int Length = 9;

    private Siren(string value) => Value = value;

    public string Value { get; }

    public static Parsed<Siren> Parse(string? text)
    {
        var number = Typed.Compact(text);

        if (number.Length is 0)
        {
            return new IdentifierProblem("siren_missing", "Indiquez le numéro SIREN.");
        }

        if (Typed.FirstOther(number, char.IsAsciiDigit) is { } other)
        {
            return new IdentifierProblem("siren_not_digits", "Un numéro SIREN n’a que des chiffres : enlevez « {0} ».", other);
        }

        return number.Length switch
        {
            < Length => new IdentifierProblem("siren_too_short", "Ce numéro SIREN est trop court : il a {0} chiffres, il en faut 9.", number.Length),
            14 => new IdentifierProblem("siren_siret", "C’est un numéro SIRET : gardez ses 9 premiers chiffres, qui sont le SIREN."),
            > Length => new IdentifierProblem("siren_too_long", "Ce numéro SIREN est trop long : il a {0} chiffres, il en faut 9.", number.Length),
            _ when !Luhn.Holds(number) => new IdentifierProblem(
                "siren_wrong_key",
                "Ce numéro SIREN n’existe pas : un chiffre est faux ou deux sont inversés. Vérifiez jusqu’au dernier chiffre, qui contrôle les autres."),
            _ => new Siren(number),
        };
    }

    public static Siren Stored(string value) => new(value);

    public override string ToString() => Value;
}
