using System.Text.Json.Serialization;

namespace Relais.Kernel.Identifiers;

/// <summary>
/// The number of an establishment or of the legal entity that holds it: 9 characters that begin with the department.
/// The last digit is a Luhn key over the nine; the numbers that hold a letter (2A, 2B) are exempt.
/// </summary>
[JsonConverter(typeof(IdentifierJson<Finess>))]
public sealed record Finess : IIdentifier<Finess>
{
    private const int Length = 9;

    private Finess(string value) => Value = value;

    public string Value { get; }

    /// <summary>As the register prints it: 29 000 001 7.</summary>
    public string Printed => Value.Length is Length ? $"{Value[..2]}\u00a0{Value[2..5]}\u00a0{Value[5..8]}\u00a0{Value[8..]}" : Value;

    public static Parsed<Finess> Parse(string? text)
    {
        var number = Typed.Compact(text);

        if (number.Length is 0)
        {
            return new IdentifierProblem("finess_missing", "Indiquez le numéro FINESS.");
        }

        if (Typed.FirstOther(number, char.IsAsciiLetterOrDigit) is { } other)
        {
            return new IdentifierProblem("finess_wrong_character", "Un numéro FINESS n’a que des chiffres, rarement une lettre : enlevez « {0} ».", other);
        }

        return number.Length switch
        {
            < Length => new IdentifierProblem("finess_too_short", "Ce numéro FINESS est trop court : il a {0} caractères, il en faut 9.", number.Length),
            14 => new IdentifierProblem("finess_siret", "C’est un numéro SIRET (14 chiffres) : indiquez le numéro FINESS, 9 caractères, donné par l’agence régionale de santé."),
            > Length => new IdentifierProblem("finess_too_long", "Ce numéro FINESS est trop long : il a {0} caractères, il en faut 9.", number.Length),
            _ when IsNumeric(number) && !Luhn.Holds(number) => new IdentifierProblem(
                "finess_wrong_key",
                "Ce numéro FINESS n’existe pas : un chiffre est faux ou deux sont inversés. Vérifiez jusqu’au dernier chiffre, qui contrôle les autres."),
            _ => new Finess(number),
        };
    }

    public static Finess Stored(string value) => new(value);

    public override string ToString() => Value;

    private static bool IsNumeric(string number) => Typed.FirstOther(number, char.IsAsciiDigit) is null;
}
