using System.Collections.Frozen;
using System.Globalization;
using System.Text;
using Relais.Replies.Questions;

namespace Relais.Replies.Reading;

/// <param name="Letter">The question that the text names, if it names one.</param>
internal readonly record struct ReplyReading(ReplyMeaning Meaning, char? Letter);

/// <summary>
/// Reads « OUI K », « non merci », « ok 👍 ». It takes nothing for a yes but a yes: « oui dans 2 h », « oui si je trouve une
/// garde », « oui ? » say more, and are read by a person.
/// </summary>
internal static class ReplyText
{
    private static readonly FrozenSet<string> Yes = Set("oui ui o y ok okay oki yes yep ouais ouai dac daccord volontiers partant partante present presente dispo disponible sure");
    private static readonly FrozenSet<string> No = Set("non no nn n nan nop nope indispo indisponible impossible");
    private static readonly FrozenSet<string> Stop = Set("stop arret arreter desabonner desabonnement unsubscribe");
    private static readonly FrozenSet<string> Courtesies = Set(
        "bonjour bonsoir salut hello bjr bsr merci mci beaucoup svp stp cordialement cdt desole desolee malheureusement relais madame monsieur bonne soiree journee nuit sorry thanks please");

    /// <summary>Sayings whose words alone mean something else, longest first: « pas de problème » is a yes.</summary>
    private static readonly (string Saying, string Word)[] Sayings =
    [
        .. new[]
        {
            "pas de probleme", "pas de souci", "aucun probleme", "aucun souci", "sans probleme", "bien sur", "avec plaisir", "avec grand plaisir", "ca marche", "c est bon", "cest bon",
            "c est ok", "cest ok", "d accord", "pour moi", "je veux bien", "jaccepte", "j accepte", "je viens", "je prends", "je suis partant", "je suis partante", "je serai la", "je confirme",
            "comptez sur moi", "compte sur moi", "i can come", "i can",
        }.Select(saying => (saying, "oui")),
        .. new[]
        {
            "je ne peux pas", "je peux pas", "peux pas", "je ne peux pas venir", "je peux pas venir", "je ne pourrai pas", "je pourrai pas", "je ne pourrai pas venir", "je ne viens pas", "je viens pas",
            "je ne viendrai pas", "je ne suis pas dispo", "je ne suis pas disponible", "je suis pas dispo", "je suis pas disponible", "je ne suis pas libre", "je suis pas libre", "pas dispo", "pas disponible",
            "pas libre", "pas possible", "pas cette fois", "pas ce soir", "je refuse", "i cant", "i can not", "i cannot",
        }.Select(saying => (saying, "non")),
    ];

    private static readonly (string Saying, string Word)[] LongestFirst = [.. Sayings.OrderByDescending(pair => pair.Saying.Length)];

    public static ReplyReading Read(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        var plain = Plain(text);
        foreach (var (saying, word) in LongestFirst)
        {
            plain = plain.Replace($" {saying} ", $" {word} ", StringComparison.Ordinal);
        }

        var words = plain.Split(' ').ToList();
        var letters = words.FindAll(IsLetter);
        words.RemoveAll(word => word.Length is 0 || IsLetter(word) || Courtesies.Contains(word));
        return new ReplyReading(letters.Count > 1 ? ReplyMeaning.Unclear : MeaningOf(words), letters is [var only] ? char.ToUpperInvariant(only[0]) : null);
    }

    private static ReplyMeaning MeaningOf(List<string> words) => words switch
    {
        [] => ReplyMeaning.Unclear,
        [var stop] when Stop.Contains(stop) => ReplyMeaning.Stop,
        [var stop, "sms"] when Stop.Contains(stop) => ReplyMeaning.Stop,
        _ when words.TrueForAll(Yes.Contains) => ReplyMeaning.Yes,
        _ when words.TrueForAll(No.Contains) => ReplyMeaning.No,
        _ => ReplyMeaning.Unclear,
    };

    private static bool IsLetter(string word) => word.Length is 1 && Question.Letters.Contains(char.ToUpperInvariant(word[0]), StringComparison.Ordinal);

    /// <summary>Words in lower case between single spaces, without accents or apostrophes, « ouiiii » as « oui »; a question mark is a word.</summary>
    private static string Plain(string text)
    {
        var written = new StringBuilder();
        foreach (var rune in text.Normalize(NormalizationForm.FormD).EnumerateRunes())
        {
            if (Rune.GetUnicodeCategory(rune) is UnicodeCategory.NonSpacingMark || rune.Value is '\'' or '’' or >= 0x1F3FB and <= 0x1F3FF)
            {
                continue;
            }

            written.Append(rune.Value switch
            {
                0x1F44D or 0x1F44C or 0x2705 or 0x1F197 => " oui ",
                0x1F44E or 0x274C => " non ",
                '?' => " ? ",
                _ when Rune.IsLetterOrDigit(rune) => Rune.ToLowerInvariant(rune).ToString(),
                _ => " ",
            });
        }

        return string.Join(' ', ["", .. written.ToString().Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(Once), ""]);
    }

    /// <summary>Three of the same letter or more are one: « ouiii », « noooon ».</summary>
    private static string Once(string word)
    {
        var written = new StringBuilder();
        for (var at = 0; at < word.Length;)
        {
            var end = at;
            while (end < word.Length && word[end] == word[at])
            {
                end++;
            }

            written.Append(word[at], end - at >= 3 ? 1 : end - at);
            at = end;
        }

        return written.ToString();
    }

    private static FrozenSet<string> Set(string words) => words.Split(' ').ToFrozenSet(StringComparer.Ordinal);
}
