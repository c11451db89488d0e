using System.Globalization;

namespace Relais.Kernel.Time;

/// <summary>A month as addresses say it: <c>2026-11</c>. A month is held as its first day.</summary>
public static class MonthText
{
    private const string Format = "yyyy-MM";

    /// <returns>Nothing for what is no month of our time.</returns>
    public static DateOnly? Read(string? text) =>
        DateOnly.TryParseExact(text, Format, CultureInfo.InvariantCulture, DateTimeStyles.None, out var first) && first.Year is > 2000 and < 2100 ? first : null;

    public static string Write(DateOnly month) => month.ToString(Format, CultureInfo.InvariantCulture);
}
