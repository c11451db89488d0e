using System.Text;

namespace Relais.Kernel.Messages.Mail;

/// <summary>
/// Text as a header may hold it (RFC 5322, RFC 2047): no control character survives, so nothing can add a header, and
/// what is not plain ASCII becomes encoded words, never cut inside a character.
/// </summary>
internal static class HeaderText
{
    /// <summary>45 bytes make 60 characters of Base64: with its frame an encoded word stays under the 75 allowed.</summary>
    private const int BytesPerWord = 45;

    private const int FoldAt = 76;

    /// <summary>Free text, as in a subject.</summary>
    /// <param name="text">What a person reads.</param>
    /// <param name="used">How many characters of the first line are taken by the name of the header.</param>
    public static string Unstructured(string text, int used)
    {
        var clean = WithoutControls(text);
        return IsPlain(clean) ? Fold(clean, used) : Encode(clean);
    }

    /// <summary>The name before an address.</summary>
    public static string Phrase(string text)
    {
        var clean = WithoutControls(text);
        return IsPlain(clean) && clean.Length <= 60
            ? $"\"{clean.Replace("\\", "\\\\", StringComparison.Ordinal).Replace("\"", "\\\"", StringComparison.Ordinal)}\""
            : Encode(clean);
    }

    private static string WithoutControls(string text) =>
        string.Create(text.Length, text, (characters, source) =>
        {
            for (var index = 0; index < source.Length; index++)
            {
                characters[index] = char.IsControl(source[index]) || source[index] is '\u2028' or '\u2029' ? ' ' : source[index];
            }
        }).Trim();

    private static bool IsPlain(string text) =>
        text.All(char.IsAscii) && !text.Contains("=?", StringComparison.Ordinal) && text.Split(' ').All(word => word.Length < FoldAt);

    private static string Fold(string text, int used)
    {
        var folded = new StringBuilder(text.Length + 8);
        foreach (var word in text.Split(' '))
        {
            if (folded.Length > 0)
            {
                var breaks = used + 1 + word.Length > FoldAt && word.Length > 0;
                folded.Append(breaks ? "\r\n " : " ");
                used = breaks ? 1 : used + 1;
            }

            folded.Append(word);
            used += word.Length;
        }

        return folded.ToString();
    }

    private static string Encode(string text)
    {
        var words = new List<string>();
        var bytes = new List<byte>(BytesPerWord);
        Span<byte> encoded = stackalloc byte[4];
        foreach (var rune in text.EnumerateRunes())
        {
            var length = rune.EncodeToUtf8(encoded);
            if (bytes.Count + length > BytesPerWord)
            {
                words.Add(Word(bytes));
                bytes.Clear();
            }

            bytes.AddRange(encoded[..length]);
        }

        words.Add(Word(bytes));
        return string.Join("\r\n ", words);
    }

    private static string Word(List<byte> bytes) => $"=?utf-8?B?{Convert.ToBase64String([.. bytes])}?=";
}
