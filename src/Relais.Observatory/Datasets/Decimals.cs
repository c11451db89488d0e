using System.Globalization;

namespace Relais.Observatory.Datasets;

/// <summary>Numbers as files of both countries write them: <c>2.5</c> and <c>2,5</c>.</summary>
internal static class Decimals
{
    public static bool TryRead(ReadOnlySpan<char> text, out double number)
    {
        Span<char> buffer = stackalloc char[Math.Min(text.Length, 64)];
        if (text.Length > buffer.Length)
        {
            number = 0;
            return false;
        }

        text.Replace(buffer, ',', '.');
        return double.TryParse(buffer, NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint | NumberStyles.AllowExponent, CultureInfo.InvariantCulture, out number) && double.IsFinite(number);
    }
}
