using System.Security.Cryptography;

namespace Relais.Missions.Certificates;

/// <summary>
/// Twelve characters in threes of four, drawn from 31 that nobody takes for one another: 59 bits, more than anybody
/// tries through a page. Typed from paper: case, spaces and dashes do not count.
/// </summary>
internal static class CertificateCode
{
    private const string Alphabet = "23456789ABCDEFGHJKMNPQRSTUVWXYZ";
    private const int Length = 12;

    public static string Draw() => RandomNumberGenerator.GetString(Alphabet, Length);

    public static string Print(string code) => $"{code[..4]}-{code[4..8]}-{code[8..]}";

    /// <returns>The code as it is kept; null when it can be none.</returns>
    public static string? Read(string? typed)
    {
        var code = string.Concat((typed ?? "").Where(char.IsLetterOrDigit)).ToUpperInvariant();
        return code.Length is Length && code.All(Alphabet.Contains) ? code : null;
    }
}
