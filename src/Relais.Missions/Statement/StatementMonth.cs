using System.Globalization;

namespace Relais.Missions.Statement;

/// <summary>A month as addresses say it: <c>2026-11</c>.</summary>
internal static class StatementMonth
{
    private const string Format = "yyyy-MM";

    /// <returns>Its first day; that of the month in which we are when nothing readable is said.</returns>
    public static DateOnly Read(string? month, DateTimeOffset now) =>
        DateOnly.TryParseExact(month, Format, CultureInfo.InvariantCulture, DateTimeStyles.None, out var first) && first.Year is > 2000 and < 2100
            ? first
            : new DateOnly(now.Year, now.Month, 1);

    public static string Write(DateOnly month) => month.ToString(Format, CultureInfo.InvariantCulture);
}
