namespace Relais.Accessibility.Zoning;

/// <summary>All that zones are drawn on.</summary>
public sealed class ZoningGround
{
    /// <param name="meshes">In any order.</param>
    /// <param name="peopleByRegion">All who live in each region, in a mesh or not: what caps are parts of.</param>
    /// <param name="quarters">Priority districts; none where their limits are not known.</param>
    /// <exception cref="ArgumentException">A code comes twice, a commune lies in two meshes, or a mesh has none or lies in a region that is not given.</exception>
    public ZoningGround(IEnumerable<Mesh> meshes, IReadOnlyDictionary<string, double> peopleByRegion, IReadOnlyList<Quarter>? quarters = null)
    {
        Meshes = [.. meshes.OrderBy(mesh => mesh.Code, StringComparer.Ordinal)];
        (PeopleByRegion, Quarters) = (peopleByRegion, quarters ?? []);
        if (Meshes.DistinctBy(mesh => mesh.Code, StringComparer.Ordinal).Count() != Meshes.Count
            || Meshes.Any(mesh => mesh.Communes.Count is 0 || mesh.PeopleByRegion.Keys.Any(region => !peopleByRegion.ContainsKey(region))))
        {
            throw new ArgumentException("Each mesh has a code of its own, communes, and regions whose people are given.", nameof(meshes));
        }

        var communes = new HashSet<string>(StringComparer.Ordinal);
        if (Meshes.SelectMany(mesh => mesh.Communes).FirstOrDefault(commune => !communes.Add(commune.Code)) is { } twice)
        {
            throw new ArgumentException($"The commune {twice.Code} lies in two meshes.", nameof(meshes));
        }
    }

    /// <summary>In the order of their codes.</summary>
    public IReadOnlyList<Mesh> Meshes { get; }

    public IReadOnlyDictionary<string, double> PeopleByRegion { get; }

    public IReadOnlyList<Quarter> Quarters { get; }

    public double People => PeopleByRegion.Values.Sum();
}
