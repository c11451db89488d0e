using System.Globalization;
using System.Text;

namespace Relais.Kernel.Identifiers;

/// <summary>What a hand or a copy from a document leaves around a number.</summary>
internal static class Typed
{
    /// <summary>The text without the spaces, dots and hyphens that printed forms put in, letters in upper case.</summary>
    public static string Compact(string? text)
    {
        var compact = new StringBuilder();
        foreach (var character in text ?? "")
        {
            if (!IsOrnament(character))
            {
                compact.Append(char.ToUpperInvariant(character));
            }
        }

        return compact.ToString();
    }

    /// <summary>The first character that the number cannot hold, whole even when it takes two units (an emoji).</summary>
    public static string? FirstOther(string compact, Func<char, bool> isAllowed)
    {
        foreach (var rune in compact.EnumerateRunes())
        {
            if (!rune.IsBmp || !isAllowed((char)rune.Value))
            {
                return rune.ToString();
            }
        }

        return null;
    }

    private static bool IsOrnament(char character) =>
        char.IsWhiteSpace(character) || character is '.' or '-' || char.GetUnicodeCategory(character) is UnicodeCategory.Format;
}
