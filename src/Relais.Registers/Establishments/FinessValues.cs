using System.Globalization;
using Relais.Kernel.Identifiers;
using Relais.Registers.Importing;

namespace Relais.Registers.Establishments;

/// <summary>What is kept of an establishment, whatever kind of file says it.</summary>
internal static class FinessValues
{
    private static readonly string[] Days = ["yyyy-MM-dd", "dd/MM/yyyy"];

    public static RegisterShape Shape { get; } = new("finess_line", ["number"], ["entity", "name", "category", "commune", "address", "phone", "closed_on"]);

    /// <summary>Nothing for what is no code of a commune.</summary>
    public static string CommuneOf(string code) => CommuneCode.Parse(code).Value?.Value ?? "";

    /// <summary>« 1 R DES LILAS », of number, kind of street and street.</summary>
    public static string AddressOf(IEnumerable<string?> parts) => string.Join(' ', parts.Select(part => part?.Trim()).Where(part => part is { Length: > 0 }));

    /// <summary>Nothing for what is no day.</summary>
    public static string DayOf(string? text) =>
        DateOnly.TryParseExact(text, Days, CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) : "";
}
