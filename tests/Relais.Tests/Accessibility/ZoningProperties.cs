using FsCheck;
using FsCheck.Fluent;
using Relais.Accessibility.Zoning;

namespace Relais.Tests.Accessibility;

/// <summary>What holds of every zoning; a counter-example shrinks to the fewest communes that show it.</summary>
public sealed class ZoningProperties
{
    private const int Regions = 3;

    [Fact]
    public void No_part_of_a_region_and_no_margin_is_ever_passed_and_each_commune_is_in_one_class() => ForEvery((drawn, zones) =>
    {
        foreach (var region in zones.Regions)
        {
            var (cap, selected) = (region.Cap!, region.ByClass[ZoneClass.SelectedZip]);
            Assert.True(region.Zip <= Math.Max(selected, cap.Zip * region.People) * (1 + 1e-9), $"{region.Zip} of {cap.Zip * region.People}");
            Assert.True(region.ByClass[ZoneClass.Zac] <= cap.Zac * region.People * (1 + 1e-9));
            Assert.True(region.MarginUsed <= region.MarginMost * (1 + 1e-9));
            Assert.Equal(drawn.Ground.Meshes.Sum(mesh => mesh.PeopleByRegion.GetValueOrDefault(region.Region)), region.ByClass.Values.Sum(), 1e-6);
        }

        Assert.Equal(drawn.Ground.Meshes.SelectMany(mesh => mesh.Communes).Select(commune => commune.Code).Order(), zones.Meshes.SelectMany(zone => zone.Mesh.Communes).Select(commune => commune.Code).Order());
    });

    [Fact]
    public void The_order_in_which_meshes_are_given_changes_nothing() => ForEvery((drawn, zones) =>
        Assert.Equal(Say(zones), Say(DrawZones.On(new ZoningGround(drawn.Ground.Meshes.Reverse(), drawn.Ground.PeopleByRegion), drawn.Rules, drawn.Caps.Reverse(), drawn.Choice))));

    [Fact]
    public void What_the_figure_says_is_never_overruled_but_by_the_margin() => ForEvery((drawn, zones) =>
    {
        foreach (var zone in zones.Meshes)
        {
            Assert.Equal(zone.Apl is null, zone.Class is ZoneClass.Unknown);
            Assert.Equal(zone.Apl <= drawn.Rules.SelectedAtMost, zone.Class is ZoneClass.SelectedZip);
            Assert.Equal(zone.Apl > drawn.Rules.PoolAtMost, zone.Class is ZoneClass.Out || zone.IsAdapted);
        }
    });

    private static string Say(Zones zones) => string.Join('\n', zones.Meshes.Select(zone => $"{zone.Mesh.Code} {zone.Class} {zone.Reason}"))
        + string.Join('\n', zones.Regions.Select(region => $"{region.Region} {region.Zip:R} {region.MarginUsed:R}"));

    /// <summary>Figures by quarters of a consultation, so that many lie on a threshold; meshes across borders; choices at random.</summary>
    private static void ForEvery(Action<Drawn, Zones> check) => Check.One(
        Config.QuickThrowOnFailure.WithMaxTest(300),
        Prop.ForAll(ArbMap.Default.ArbFor<((byte People, byte Apl, byte Mesh, byte Region)[] Communes, byte[] Caps, byte[] Choices)>(), any =>
        {
            var drawn = new Drawn(any.Communes, any.Caps, any.Choices);
            check(drawn, DrawZones.On(drawn.Ground, drawn.Rules, drawn.Caps, drawn.Choice));
        }));

    private sealed class Drawn
    {
        public Drawn((byte People, byte Apl, byte Mesh, byte Region)[] communes, byte[] caps, byte[] choices)
        {
            Mesh[] meshes = [.. communes.Index().GroupBy(one => one.Item.Mesh % 12).Select(group => new Mesh(
                $"M{group.Key}", "", [.. group.Select(one => new MeshCommune($"{one.Index}", $"{one.Item.Region % Regions}", one.Item.People, one.Item.People, one.Item.Apl > 240 ? null : one.Item.Apl % 24 / 4.0))]))];
            Ground = new ZoningGround(meshes, Enumerable.Range(0, Regions).ToDictionary(region => $"{region}", region => meshes.Sum(mesh => mesh.PeopleByRegion.GetValueOrDefault($"{region}")) + 10));
            Caps = [.. Enumerable.Range(0, Regions).Select(region => new RegionCap($"{region}", Share(caps, region), Share(caps, region + Regions)))];
            Choice = new ArsChoice
            {
                Order = [.. choices.Take(4).Select(one => $"M{one % 12}")],
                Adaptations = [.. choices.Skip(2).Select(one => new Adaptation($"M{one % 12}", one % 2 is 0 ? Wanted.Zip : Wanted.Zac))],
            };
        }

        public ZoningGround Ground { get; }

        public ZoningRules Rules { get; } = new() { SelectedAtMost = 2.5, PoolAtMost = 4, AdaptationShare = 0.25 };

        public RegionCap[] Caps { get; }

        public ArsChoice Choice { get; }

        private static double Share(byte[] caps, int at) => caps.Length is 0 ? 0.5 : caps[at % caps.Length] / 255.0;
    }
}
