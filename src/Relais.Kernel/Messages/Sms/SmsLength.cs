namespace Relais.Kernel.Messages.Sms;

/// <summary>How an SMS travels: seven bits a character when every character allows it, sixteen otherwise.</summary>
public enum SmsAlphabet
{
    Gsm7,
    Ucs2,
}

/// <summary>What an SMS takes on the air, which is what is paid. Source: 3GPP TS 23.038 §6 and TS 23.040 §9.2.3.24.1.</summary>
/// <param name="Alphabet">The one that the whole text needs.</param>
/// <param name="Units">Septets, or UTF-16 code units; a character of the extension table takes two septets.</param>
/// <param name="Parts">One alone up to 160 septets or 70 units; parts of 153 or 67 beyond, for each then carries its place.</param>
public readonly record struct SmsLength(SmsAlphabet Alphabet, int Units, int Parts)
{
    private const string Basic =
        "@£$¥èéùìòÇ\nØø\rÅåΔ_ΦΓΛΩΠΨΣΘΞÆæßÉ !\"#¤%&'()*+,-./0123456789:;<=>?¡ABCDEFGHIJKLMNOPQRSTUVWXYZÄÖÑÜ§¿abcdefghijklmnopqrstuvwxyzäöñüà";

    private const string Extension = "^{}\\[~]|€\f";

    public static SmsLength Of(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        return text.All(IsGsm) ? Measure(SmsAlphabet.Gsm7, Septets(text), 160, 153) : Measure(SmsAlphabet.Ucs2, Codepoints(text), 70, 67);
    }

    internal static bool IsGsm(char character) => Basic.Contains(character, StringComparison.Ordinal) || Extension.Contains(character, StringComparison.Ordinal);

    /// <summary>What must not be cut in two: an escaped character, a pair of surrogates.</summary>
    private static SmsLength Measure(SmsAlphabet alphabet, IEnumerable<int> pieces, int alone, int shared)
    {
        var (units, parts, used) = (0, 1, 0);
        foreach (var piece in pieces)
        {
            units += piece;
            (parts, used) = used + piece > shared ? (parts + 1, piece) : (parts, used + piece);
        }

        return new SmsLength(alphabet, units, units <= alone ? 1 : parts);
    }

    private static IEnumerable<int> Septets(string text) => text.Select(character => Extension.Contains(character, StringComparison.Ordinal) ? 2 : 1);

    private static IEnumerable<int> Codepoints(string text) => text.EnumerateRunes().Select(rune => rune.Utf16SequenceLength);
}
