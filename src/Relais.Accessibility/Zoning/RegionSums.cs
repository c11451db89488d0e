namespace Relais.Accessibility.Zoning;

/// <summary>Counts the people of a region by the class that they live in.</summary>
internal static class RegionSums
{
    public static RegionZones Of(string region, ZoningGround ground, ZoningRules rules, RegionCap? cap, Drawing drawing, IReadOnlyList<MeshZone> meshes, IReadOnlyList<QuarterZone> quarters)
    {
        var people = Enum.GetValues<ZoneClass>().ToDictionary(one => one, _ => 0.0);
        foreach (var zone in meshes)
        {
            people[zone.Class] += zone.Mesh.PeopleByRegion.GetValueOrDefault(region);
        }

        var classes = meshes.ToDictionary(zone => zone.Mesh.Code, zone => zone.Class, StringComparer.Ordinal);
        foreach (var (mesh, count) in quarters.Where(quarter => quarter.IsZip && quarter.Quarter.Region == region).SelectMany(quarter => quarter.Quarter.PeopleByMesh))
        {
            if (classes.TryGetValue(mesh, out var one) && !QuarterZones.IsZip(one))
            {
                people[one] -= count;
                people[ZoneClass.ChosenZip] += count;
            }
        }

        var pool = drawing.PoolByRegion[region];
        return new RegionZones(
            region,
            ground.PeopleByRegion[region],
            people,
            cap,
            pool,
            meshes.Where(zone => zone.IsAdapted && zone.Region == region).Sum(zone => zone.Mesh.PeopleByRegion[region]),
            pool * rules.AdaptationShare);
    }
}
