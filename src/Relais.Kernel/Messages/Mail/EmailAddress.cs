using System.Diagnostics.CodeAnalysis;
using System.Globalization;

namespace Relais.Kernel.Messages.Mail;

/// <summary>
/// An address that may stand in a command and in a header: nothing in it can end the line or the brackets around it.
/// A domain with accents is kept as the network knows it (xn--…); a name with accents needs a server that takes them.
/// </summary>
internal sealed record EmailAddress
{
    private static readonly IdnMapping Idn = new() { UseStd3AsciiRules = true };

    private EmailAddress(string localPart, string domain) => (LocalPart, Domain) = (localPart, domain);

    public string LocalPart { get; }

    public string Domain { get; }

    public bool NeedsUtf8 => !LocalPart.All(char.IsAscii);

    public static bool TryParse(string? text, [NotNullWhen(true)] out EmailAddress? address)
    {
        address = null;
        var at = text?.LastIndexOf('@') ?? -1;
        if (at is < 1 or > 64 || text!.Length > 254 || !IsDotAtom(text[..at]))
        {
            return false;
        }

        try
        {
            address = new EmailAddress(text[..at], Idn.GetAscii(text[(at + 1)..]));
            return true;
        }
        catch (ArgumentException)
        {
            return false;
        }
    }

    public override string ToString() => $"{LocalPart}@{Domain}";

    private static bool IsDotAtom(string local) =>
        local[0] is not '.' && local[^1] is not '.' && !local.Contains("..", StringComparison.Ordinal) && local.All(IsAtomCharacter);

    private static bool IsAtomCharacter(char c) =>
        char.IsAscii(c) ? char.IsAsciiLetterOrDigit(c) || "!#$%&'*+-/=?^_`{|}~.".Contains(c, StringComparison.Ordinal) : char.IsLetterOrDigit(c) || char.IsSurrogate(c);
}
