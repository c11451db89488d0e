namespace Relais.Accessibility.Zoning;

/// <summary>Where communes go whose list was drawn before some of them merged.</summary>
public static class MergedMeshes
{
    /// <summary>
    /// The line of the code that remains decides for all that merged into it. Where no line has that code, all lines must agree;
    /// where they do not (the districts of a city that is one commune here), the commune stands alone.
    /// </summary>
    /// <param name="lines">The mesh of each code, as it was drawn.</param>
    /// <param name="today">The code that a code goes to, itself where nothing changed; nothing for a code that is unknown, which is left out.</param>
    /// <returns>By code of today; nothing where the commune stands alone.</returns>
    public static IReadOnlyDictionary<string, string?> Of(IReadOnlyDictionary<string, string> lines, Func<string, string?> today)
    {
        ArgumentNullException.ThrowIfNull(lines);
        return lines.Keys.Select(code => (Code: code, Today: today(code))).Where(line => line.Today is not null)
            .GroupBy(line => line.Today!, line => lines[line.Code], StringComparer.Ordinal)
            .ToDictionary(
                group => group.Key,
                group => lines.GetValueOrDefault(group.Key) ?? (group.Distinct(StringComparer.Ordinal).Take(2).ToList() is [var only] ? only : null),
                StringComparer.Ordinal);
    }
}
