using System.Buffers.Binary;
using System.Security.Cryptography;
using Relais.Kernel.Identifiers;
using Relais.Territory.Contracts;

namespace Relais.Observatory.Selection;

/// <summary>A set of communes that somebody looks at.</summary>
/// <param name="Name">As a title has it.</param>
/// <param name="Set">As its address says it.</param>
/// <param name="Codes">The territories that it is made of; communes may be added to them and removed from them.</param>
/// <param name="Communes">Each once, in the order of their codes.</param>
internal sealed record ChosenTerritory(string Name, TerritorySet Set, IReadOnlyList<TerritorySummary> Codes, IReadOnlyList<Commune> Communes)
{
    /// <summary>As addresses have it.</summary>
    public string Key => Set.ToString();

    public IReadOnlyList<CommuneIndex> Ranks { get; } = [.. Communes.Select(commune => commune.Index)];

    /// <summary>Changes with the communes of the set: what was drawn of a territory is not shown once its list has changed.</summary>
    public string Fingerprint { get; } = FingerprintOf(Communes);

    /// <summary>The region that holds it all; none when there are several.</summary>
    public TerritoryCode? Region => Communes.Select(commune => commune.Region).Distinct(StringComparer.Ordinal).ToList() is [var only] ? TerritoryCode.OfRegion(only) : null;

    private static string FingerprintOf(IReadOnlyList<Commune> communes)
    {
        var ranks = new byte[communes.Count * sizeof(int)];
        foreach (var (at, commune) in communes.Index())
        {
            BinaryPrimitives.WriteInt32LittleEndian(ranks.AsSpan(at * sizeof(int)), commune.Index.Value);
        }

        return Convert.ToHexStringLower(SHA256.HashData(ranks));
    }
}
