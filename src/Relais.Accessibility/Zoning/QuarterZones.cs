namespace Relais.Accessibility.Zoning;

/// <summary>Priority districts, which may be priority zones where the mesh around them is not.</summary>
internal static class QuarterZones
{
    public static IReadOnlyList<QuarterZone> Of(ZoningGround ground, Drawing drawing, IReadOnlyList<MeshZone> meshes, IReadOnlyList<string> chosen)
    {
        var ranks = meshes.Index().ToDictionary(one => one.Item.Mesh.Code, one => one.Index, StringComparer.Ordinal);
        var order = chosen.Distinct(StringComparer.Ordinal).Index().ToDictionary(one => one.Item, one => one.Index, StringComparer.Ordinal);
        var zones = new List<QuarterZone>();
        foreach (var quarter in ground.Quarters.OrderBy(quarter => order.GetValueOrDefault(quarter.Code, int.MaxValue)).ThenBy(quarter => quarter.Code, StringComparer.Ordinal))
        {
            var parts = quarter.PeopleByMesh.Where(part => part.Value > 0 && ranks.ContainsKey(part.Key)).Select(part => (Rank: ranks[part.Key], People: part.Value)).ToList();
            var mayBe = parts.Exists(part => drawing.Standings[part.Rank] is Standing.Selected or Standing.ZipPool or Standing.ZacPool);
            var more = parts.Where(part => !IsZip(meshes[part.Rank].Class)).Sum(part => part.People);
            zones.Add(new QuarterZone(quarter, mayBe, mayBe && (more is 0 || (order.ContainsKey(quarter.Code) && drawing.Room.TryTake(
                new Dictionary<string, double>(StringComparer.Ordinal) { [quarter.Region] = more }, isZip: true)))));
        }

        return [.. zones.OrderBy(zone => zone.Quarter.Code, StringComparer.Ordinal)];
    }

    public static bool IsZip(ZoneClass one) => one is ZoneClass.SelectedZip or ZoneClass.ChosenZip;
}
