using System.Text.Json.Serialization;

namespace Relais.Kernel.Identifiers;

/// <summary>
/// The number of a professional in the national directory (RPPS): 11 digits, the last a Luhn key over the 11.
/// Care assistants, porters or students have none: a person without one is normal.
/// </summary>
[JsonConverter(typeof(IdentifierJson<Rpps>))]
public sealed record Rpps : IIdentifier<Rpps>
{
    public const string SandboxWarning = "Ce numéro RPPS est un numéro d’essai : il ne sera pas accepté hors de la démonstration.";

    private const int Length = 11;

    private Rpps(string value) => Value = value;

    public string Value { get; }

    /// <summary>The key is wrong, as in the numbers of the test environments of the State: accepted in a demonstration, with a warning.</summary>
    public bool IsSandbox => !Luhn.Holds(Value);

    public static Parsed<Rpps> Parse(string? text) => Parse(text, acceptSandbox: false);

    public static Parsed<Rpps> Parse(string? text, bool acceptSandbox)
    {
        var number = Typed.Compact(text);

        if (number.Length is 0)
        {
            return new IdentifierProblem("rpps_missing", "Indiquez le numéro RPPS.");
        }

        if (LooksLikeAdeli(number))
        {
            return new IdentifierProblem(
                "rpps_adeli",
                "C’est un numéro ADELI (9 caractères) : il ne sert plus depuis septembre 2024. Indiquez le numéro RPPS, 11 chiffres, écrit sur la carte professionnelle ou dans l’annuaire Santé.");
        }

        if (Typed.FirstOther(number, char.IsAsciiDigit) is { } other)
        {
            return new IdentifierProblem("rpps_not_digits", "Un numéro RPPS n’a que des chiffres : enlevez « {0} ».", other);
        }

        return number.Length switch
        {
            < Length => new IdentifierProblem("rpps_too_short", "Ce numéro RPPS est trop court : il a {0} chiffres, il en faut 11.", number.Length),
            Length + 1 when number[0] is '8' => new IdentifierProblem("rpps_prefixed", "C’est l’identifiant national : enlevez le 8 du début pour garder les 11 chiffres du RPPS."),
            > Length => new IdentifierProblem("rpps_too_long", "Ce numéro RPPS est trop long : il a {0} chiffres, il en faut 11.", number.Length),
            _ when !acceptSandbox && !Luhn.Holds(number) => new IdentifierProblem(
                "rpps_wrong_key",
                "Ce numéro RPPS n’existe pas : un chiffre est faux ou deux sont inversés. Vérifiez jusqu’au dernier chiffre, qui contrôle les autres."),
            _ => new Rpps(number),
        };
    }

    public static Rpps Stored(string value) => new(value);

    public override string ToString() => Value;

    private static bool LooksLikeAdeli(string number) =>
        number.Length is 9 && number.AsSpan(2).IndexOfAnyExceptInRange('0', '9') < 0
        && char.IsAsciiDigit(number[0]) && (char.IsAsciiDigit(number[1]) || number[..2] is "2A" or "2B");
}
