using System.Globalization;

namespace Relais.Accessibility.Files;

/// <summary>Numbers as files have them: a point before the decimals, whatever the language of the machine.</summary>
internal static class Decimals
{
    private static readonly double[] PowersOfTen = [1, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9, 1e10, 1e11, 1e12, 1e13, 1e14, 1e15];

    /// <summary>Reads a number that is finite and zero or more; otherwise says what it is instead.</summary>
    public static bool TryRead(ReadOnlySpan<byte> text, out double value, out LineFault fault)
    {
        fault = default;
        if (TryReadPlain(text, out value))
        {
            return true;
        }

        if (text.IsEmpty)
        {
            fault = LineFault.Empty;
        }
        else if (!double.TryParse(text, NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint | NumberStyles.AllowExponent, CultureInfo.InvariantCulture, out value))
        {
            fault = LineFault.NotANumber;
        }
        else if (!double.IsFinite(value))
        {
            fault = LineFault.NotFinite;
        }
        else if (value < 0)
        {
            fault = LineFault.Negative;
        }
        else
        {
            value = Math.Abs(value); // of -0
            return true;
        }

        return false;
    }

    /// <summary>At most fifteen digits with a point among them, the usual case: a whole number and a power of ten are both exact, so their quotient is the nearest double.</summary>
    private static bool TryReadPlain(ReadOnlySpan<byte> text, out double value)
    {
        var (digits, decimals, number) = (0, -1, 0L);
        foreach (var character in text)
        {
            if (character is (byte)'.' && decimals < 0)
            {
                decimals = 0;
                continue;
            }

            if ((uint)(character - '0') > 9 || ++digits > 15)
            {
                value = 0;
                return false;
            }

            number = (number * 10) + (character - '0');
            decimals += decimals < 0 ? 0 : 1;
        }

        value = number / PowersOfTen[Math.Max(0, decimals)];
        return digits > 0;
    }
}
