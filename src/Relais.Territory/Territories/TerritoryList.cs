using Relais.Kernel.Identifiers;

namespace Relais.Territory.Territories;

/// <summary>Several territories in one address: <c>245614417+200067197</c>; a comma or a space will do, since « + » is often read as one.</summary>
internal static class TerritoryList
{
    public const int Most = 50;

    public static Parsed<TerritoryCodes> Parse(string? text)
    {
        var parts = (text ?? "").Split(['+', ',', ' '], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        if (parts.Length is 0 or > Most)
        {
            return new IdentifierProblem("territory_list_size", "Indiquez de 1 à 50 territoires.");
        }

        var codes = new List<TerritoryCode>();
        foreach (var part in parts)
        {
            var parsed = TerritoryCode.Parse(part);
            if (!parsed.IsValid)
            {
                return parsed.Problem;
            }

            codes.Add(parsed.Value);
        }

        return new TerritoryCodes([.. codes.Distinct()]);
    }
}

internal sealed record TerritoryCodes(IReadOnlyList<TerritoryCode> All);
