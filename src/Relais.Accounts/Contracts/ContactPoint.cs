using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Text.RegularExpressions;

namespace Relais.Accounts.Contracts;

/// <summary>
/// An address to which something can be sent, in the one form in which it is kept and compared: an e-mail address in
/// lower case, a mobile number with its country code (<c>+33612345678</c>).
/// </summary>
public sealed partial record ContactPoint
{
    // Overseas, the first digits of a mobile number tell the country code that reaches it from abroad.
    private static readonly (string Prefix, string CountryCode)[] Overseas =
    [
        ("0690", "+590"), ("0691", "+590"), ("0694", "+594"), ("0696", "+596"), ("0697", "+596"),
        ("0692", "+262"), ("0693", "+262"), ("0639", "+262"),
    ];

    private ContactPoint(AddressKind kind, string value) => (Kind, Value) = (kind, value);

    public AddressKind Kind { get; }

    public string Value { get; }

    public static bool TryRead(AddressKind kind, string? text, [NotNullWhen(true)] out ContactPoint? address) =>
        kind is AddressKind.Email ? TryEmail(text, out address) : TryMobile(text, out address);

    public static bool TryEmail(string? text, [NotNullWhen(true)] out ContactPoint? address)
    {
        var value = (text ?? "").Trim().ToLowerInvariant();
        address = value.Length <= 254 && Email().IsMatch(value) ? new ContactPoint(AddressKind.Email, value) : null;
        return address is not null;
    }

    public static bool TryMobile(string? text, [NotNullWhen(true)] out ContactPoint? address)
    {
        var digits = Separators().Replace((text ?? "").Trim(), "");
        if (digits.StartsWith("00", StringComparison.Ordinal))
        {
            digits = $"+{digits[2..]}";
        }

        if (FrenchMobile().IsMatch(digits))
        {
            var (_, overseas) = Array.Find(Overseas, zone => digits.StartsWith(zone.Prefix, StringComparison.Ordinal));
            digits = $"{overseas ?? "+33"}{digits[1..]}";
        }

        address = International().IsMatch(digits) ? new ContactPoint(AddressKind.Mobile, digits) : null;
        return address is not null;
    }

    /// <summary>An address read back from where it was kept.</summary>
    internal static ContactPoint Kept(AddressKind kind, string value) => new(kind, value);

    /// <summary>As people read it: « 06 12 34 56 78 ».</summary>
    public override string ToString() => Kind is AddressKind.Mobile && Value.StartsWith("+33", StringComparison.Ordinal) && Value.Length is 12
        ? string.Create(CultureInfo.InvariantCulture, $"0{Value[3]} {Value[4..6]} {Value[6..8]} {Value[8..10]} {Value[10..12]}")
        : Value;

    [GeneratedRegex("""^[a-z0-9.!#$%&'*+/=?^_`{|}~-]{1,64}@[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?(\.[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?)+$""", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 2000)]
    private static partial Regex Email();

    [GeneratedRegex(@"[\s\u00A0\u202F.\-()/]", RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 2000)]
    private static partial Regex Separators();

    [GeneratedRegex(@"^0[67][0-9]{8}$", RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 2000)]
    private static partial Regex FrenchMobile();

    [GeneratedRegex(@"^\+[1-9][0-9]{5,14}$", RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 2000)]
    private static partial Regex International();
}
