using Relais.Kernel.Identifiers;

namespace Relais.Territory.Contracts;

/// <summary>Several territories in one address: <c>245614417+200067197</c>; a comma or a space will do, since « + » is often read as one.</summary>
public static class TerritoryList
{
    /// <summary>The most territories of one address.</summary>
    public const int Most = 50;

    /// <summary>The codes, or what is wrong with them.</summary>
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

/// <summary>Territories named together, each once, in the order given.</summary>
public sealed record TerritoryCodes(IReadOnlyList<TerritoryCode> All);
