using System.Globalization;
using System.Text;

namespace Relais.Kernel.Messages.Sms;

/// <summary>
/// The same words in the characters that cost the least: a typographic apostrophe or an « ê » alone would make an SMS
/// more than twice as long to pay. What has no equivalent stays, and the whole text then travels in sixteen bits.
/// </summary>
internal static class GsmText
{
    private static readonly Dictionary<char, string> Near = new()
    {
        ['’'] = "'", ['‘'] = "'", ['“'] = "\"", ['”'] = "\"", ['«'] = "\"", ['»'] = "\"",
        ['\u00A0'] = " ", ['\u202F'] = " ", ['–'] = "-", ['—'] = "-", ['…'] = "...", ['œ'] = "oe", ['Œ'] = "OE", ['→'] = ">", ['·'] = "-",
    };

    public static string Of(string text)
    {
        var written = new StringBuilder(text.Length);
        foreach (var character in text)
        {
            written.Append(
                SmsLength.IsGsm(character) ? character.ToString()
                : Near.TryGetValue(character, out var near) ? near
                : WithoutAccent(character) is { } plain ? plain.ToString()
                : character.ToString());
        }

        return written.ToString();
    }

    private static char? WithoutAccent(char character) =>
        char.IsLetter(character) && character.ToString().Normalize(NormalizationForm.FormD) is [var letter, .. var marks]
        && marks.All(mark => CharUnicodeInfo.GetUnicodeCategory(mark) is UnicodeCategory.NonSpacingMark) && SmsLength.IsGsm(letter)
            ? letter
            : null;
}
