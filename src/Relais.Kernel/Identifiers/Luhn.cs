namespace Relais.Kernel.Identifiers;

/// <summary>The key of ISO/IEC 7812 that French registers put in the last digit of their numbers.</summary>
internal static class Luhn
{
    public static bool Holds(ReadOnlySpan<char> digits)
    {
        var sum = 0;
        for (var position = 0; position < digits.Length; position++)
        {
            var digit = digits[^(position + 1)] - '0';
            var weighted = position % 2 == 0 ? digit : digit * 2;
            sum += weighted > 9 ? weighted - 9 : weighted;
        }

        return sum % 10 == 0;
    }
}
