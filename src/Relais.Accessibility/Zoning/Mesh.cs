namespace Relais.Accessibility.Zoning;

/// <summary>A commune as a zoning counts it.</summary>
/// <param name="Code">Of today: what merged is one.</param>
/// <param name="Region">The code of its region.</param>
/// <param name="People">Those who live there.</param>
/// <param name="Standardised">The same, weighed by their age.</param>
/// <param name="Apl">Consultations a year and inhabitant, with general practitioners of 65 at most; nothing where nobody knows.</param>
public sealed record MeshCommune(string Code, string Region, double People, double Standardised, double? Apl);

/// <summary>A territoire de vie-santé: what a zoning classes as one.</summary>
/// <param name="Code">Unique among the meshes.</param>
/// <param name="Name">As it is read.</param>
/// <param name="Communes">Each in no other mesh.</param>
public sealed record Mesh(string Code, string Name, IReadOnlyList<MeshCommune> Communes)
{
    /// <summary>Those who live in it, by region: a mesh may lie across a border, and each region counts its own.</summary>
    public IReadOnlyDictionary<string, double> PeopleByRegion { get; } = Communes
        .GroupBy(commune => commune.Region, commune => commune.People, StringComparer.Ordinal)
        .ToDictionary(region => region.Key, region => region.Sum(), StringComparer.Ordinal);

    public double People { get; } = Communes.Sum(commune => commune.People);

    /// <summary>The region where most of its people live decides; of two equal parts, the lower code.</summary>
    public string DecidingRegion => PeopleByRegion.OrderByDescending(region => region.Value).ThenBy(region => region.Key, StringComparer.Ordinal).First().Key;

    /// <summary>The mean of its communes; nothing where that of one with inhabitants is not known.</summary>
    public double? Apl(MeanOver over)
    {
        double PeopleOf(MeshCommune commune) => over is MeanOver.Residents ? commune.People : commune.Standardised;
        var counted = Communes.Where(commune => PeopleOf(commune) > 0).ToList();
        return counted.Count > 0 && counted.TrueForAll(commune => commune.Apl is not null)
            ? counted.Sum(commune => commune.Apl!.Value * PeopleOf(commune)) / counted.Sum(PeopleOf)
            : null;
    }
}

/// <summary>A priority district of a city (QPV).</summary>
/// <param name="PeopleByMesh">Those who live in it, by the code of the mesh that their part of it lies in.</param>
/// <param name="Region">The code of its region.</param>
public sealed record Quarter(string Code, string Name, string Region, IReadOnlyDictionary<string, double> PeopleByMesh);
