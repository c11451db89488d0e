using Relais.Accessibility.Zoning;
using Relais.Kernel.Wording;

namespace Relais.Observatory.ZoneRules;

/// <summary>How many of a region live in a class of zones.</summary>
/// <param name="Class">As it is read.</param>
/// <param name="Part">Of the people of the region, from 0 to 1; nothing where nobody lives.</param>
/// <param name="Cap">The most that the order allows, from 0 to 1; nothing where it sets none or where it is not known.</param>
internal sealed record RegionLine(string Region, string Class, double People, double? Part, double? Cap)
{
    /// <summary>The classes where somebody lives, then all priority zones together: what the cap holds for.</summary>
    public static IEnumerable<RegionLine> Of(string name, RegionZones region, Words t)
    {
        RegionLine Line(string zone, double people, double? cap) => new(name, zone, people, region.People > 0 ? people / region.People : null, cap);
        return
        [
            .. Enum.GetValues<ZoneClass>().Where(one => region.ByClass[one] > 0).Select(one => Line(t.NameOf(one), region.ByClass[one], one is ZoneClass.Zac ? region.Cap?.Zac : null)),
            Line(t["Toutes les ZIP (A et B)"], region.Zip, region.Cap?.Zip),
        ];
    }
}
