using Relais.Accessibility.Zoning;

namespace Relais.Tests.Accessibility;

/// <summary>The rules of the FAQ of the ministry on the order of 13 November 2017, line by line, then what changed since.</summary>
public sealed class ZoningTruthTableTests
{
    private static readonly ZoningRules Of2017 = new() { SelectedAtMost = 2.5, PoolAtMost = 4, AdaptationShare = 0.05 };
    private static readonly RegionCap Wide = new("53", 1, 1), None = new("53", 0, 0);

    /// <summary>What the figure alone says; a hair on each side of both thresholds.</summary>
    [Theory]
    [InlineData(0.0, ZoneClass.SelectedZip, ZoneReason.Selected)]
    [InlineData(2.5, ZoneClass.SelectedZip, ZoneReason.Selected)]
    [InlineData(2.5000000001, ZoneClass.Pool, ZoneReason.NoCap)]
    [InlineData(4.0, ZoneClass.Pool, ZoneReason.NoCap)]
    [InlineData(4.0000000001, ZoneClass.Out, ZoneReason.AbovePool)]
    [InlineData(null, ZoneClass.Unknown, ZoneReason.NoFigure)]
    public void A_figure_selects_up_to_2_5_and_opens_the_pool_up_to_4(double? apl, ZoneClass expected, ZoneReason reason)
    {
        var zone = Assert.Single(Draw([Mesh("A", apl)], []).Meshes);
        Assert.Equal((expected, reason), (zone.Class, zone.Reason));
    }

    /// <summary>Three meshes of 100 people each in the pool, in a region of 1 000.</summary>
    [Theory]
    [InlineData(1.0, 1.0, "ChosenZip ChosenZip ChosenZip")]
    [InlineData(0.2, 1.0, "ChosenZip ChosenZip Zac")]
    [InlineData(0.2, 0.1, "ChosenZip ChosenZip Zac")]
    [InlineData(0.1, 0.1, "ChosenZip Zac Vigilance")]
    [InlineData(0.0, 0.2, "Zac Zac Vigilance")]
    [InlineData(0.0, 0.0, "Vigilance Vigilance Vigilance")]
    [InlineData(0.0999, 0.0999, "Vigilance Vigilance Vigilance")]
    public void The_pool_becomes_priority_then_complementary_zones_within_the_parts_of_the_region_and_else_is_watched(double zip, double zac, string expected)
    {
        var zones = Draw([Mesh("C", 3.2), Mesh("A", 2.6), Mesh("B", 2.9)], [new RegionCap("53", zip, zac)]);
        Assert.Equal(expected, string.Join(' ', zones.Meshes.Select(zone => zone.Class)));
    }

    [Fact]
    public void What_the_country_selects_counts_in_the_part_of_the_region_and_stays_where_it_alone_is_more()
    {
        Mesh[] meshes = [Mesh("A", 2), Mesh("B", 2.1), Mesh("C", 3)];
        Assert.Equal("SelectedZip SelectedZip ChosenZip", Classes(Draw(meshes, [new RegionCap("53", 0.3, 0)])));
        Assert.Equal("SelectedZip SelectedZip Vigilance", Classes(Draw(meshes, [new RegionCap("53", 0.29, 0)])));
        Assert.Equal("SelectedZip SelectedZip Zac", Classes(Draw(meshes, [new RegionCap("53", 0.05, 1)])));
    }

    [Fact]
    public void The_order_of_the_agency_goes_before_the_figure_and_a_smaller_mesh_may_still_find_room()
    {
        Mesh[] meshes = [Mesh("A", 2.6, 300), Mesh("B", 2.9, 100), Mesh("C", 3.8, 150)];
        Assert.Equal("ChosenZip Vigilance Vigilance", Classes(Draw(meshes, [new RegionCap("53", 0.3, 0)])));
        Assert.Equal("Vigilance ChosenZip ChosenZip", Classes(Draw(meshes, [new RegionCap("53", 0.25, 0)])));
        Assert.Equal("Vigilance ChosenZip ChosenZip", Classes(Draw(meshes, [new RegionCap("53", 0.3, 0)], new ArsChoice { Order = ["C", "unknown", "C"] })));
    }

    /// <summary>The pool has 2 000 people: the margin is 100. Z1 and Z2 lie above 4, P in the pool, S is selected.</summary>
    [Theory]
    [InlineData(100, "Z1:Zip", "ChosenZip Adapted")]
    [InlineData(100, "Z1:Zac", "Zac Adapted")]
    [InlineData(101, "Z1:Zip", "Out MarginSpent")]
    [InlineData(60, "Z2:Zip Z1:Zip", "Out MarginSpent")]
    [InlineData(40, "Z2:Zip Z1:Zip", "ChosenZip Adapted")]
    [InlineData(40, "", "Out AbovePool")]
    public void An_agency_brings_in_five_per_cent_of_the_pool_and_not_one_more(int people, string wanted, string expected)
    {
        Mesh[] meshes = [Mesh("P", 3, 2_000), Mesh("S", 1, 500), Mesh("Z1", 4.5, people), Mesh("Z2", 5, 60)];
        Adaptation[] adaptations = [.. wanted.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(one => new Adaptation(one[..2], Enum.Parse<Wanted>(one[3..])))];
        var zones = Draw(meshes, [Wide], new ArsChoice { Adaptations = adaptations }, 10_000);

        var zone = zones.Meshes.Single(zone => zone.Mesh.Code is "Z1");
        Assert.Equal(expected, $"{zone.Class} {zone.Reason}");
        var region = Assert.Single(zones.Regions);
        Assert.Equal((2_000, 100), (region.PoolPeople, region.MarginMost));
        Assert.Equal(zones.Meshes.Where(one => one.IsAdapted).Sum(one => one.Mesh.People), region.MarginUsed);
    }

    [Fact]
    public void The_margin_brings_nothing_in_that_the_rules_class_already_nor_where_the_part_of_the_region_is_full()
    {
        Mesh[] meshes = [Mesh("P", 3, 2_000), Mesh("S", 1, 50), Mesh("Z", 4.5, 50)];
        var choice = new ArsChoice { Adaptations = [new Adaptation("P", Wanted.Zac), new Adaptation("S", Wanted.Zac), new Adaptation("Z", Wanted.Zac)] };
        Assert.Equal("ChosenZip SelectedZip Zac", Classes(Draw(meshes, [Wide], choice, 10_000)));

        var full = Draw(meshes, [new RegionCap("53", 1, 0)], choice, 10_000);
        Assert.Equal((ZoneClass.Out, ZoneReason.AdaptedFull), (full.Meshes[2].Class, full.Meshes[2].Reason));
        Assert.Equal(0, full.Regions[0].MarginUsed);
    }

    [Fact]
    public void A_mesh_across_a_border_is_decided_by_the_larger_part_and_each_region_counts_its_own_inhabitants()
    {
        var across = new Mesh("X", "X", [Commune("1", "52", 40, 3), Commune("2", "53", 60, 3)]);
        Dictionary<string, double> people = new() { ["52"] = 400, ["53"] = 600 };
        Zones Of(params RegionCap[] caps) => DrawZones.On(new ZoningGround([across], people), Of2017, caps, ArsChoice.ByFigure);

        var zones = Of(new RegionCap("52", 0.1, 0), new RegionCap("53", 0.1, 0));
        Assert.Equal(("53", ZoneClass.ChosenZip), (zones.Meshes[0].Region, zones.Meshes[0].Class));
        Assert.Equal([40.0, 60.0], zones.Regions.Select(region => region.Zip));
        Assert.Equal([40.0, 60.0], zones.Regions.Select(region => region.PoolPeople));

        // The part of the neighbour holds too; where it is not known, that of the region that decides is enough, and the other way round it is not.
        Assert.Equal(ZoneClass.Vigilance, Of(new RegionCap("52", 0.09, 0), new RegionCap("53", 1, 0)).Meshes[0].Class);
        Assert.Equal(ZoneClass.ChosenZip, Of(new RegionCap("53", 0.1, 0)).Meshes[0].Class);
        Assert.Equal(ZoneClass.Pool, Of(new RegionCap("52", 1, 1)).Meshes[0].Class);

        var even = new Mesh("Y", "Y", [Commune("1", "53", 50, 3), Commune("2", "52", 50, 3)]);
        Assert.Equal("52", even.DecidingRegion);
    }

    /// <summary>200 people of the quarter live in A, 50 in B; the region has 1 000 people.</summary>
    [Theory]
    [InlineData(3.0, 5.0, 1.0, true, true)]   // one part lies in the pool, and there is room
    [InlineData(5.0, 3.0, 0.0, true, false)]  // there is none
    [InlineData(5.0, 4.1, 1.0, false, false)] // no part lies in the pool
    [InlineData(1.0, 2.5, 0.0, true, true)]   // priority zones all around: nothing more to count
    public void A_priority_district_partly_in_the_pool_may_be_a_priority_zone_whatever_its_meshes_are(double a, double b, double zip, bool mayBe, bool isZip)
    {
        var quarter = new Quarter("QP1", "Kermoysan", "53", new Dictionary<string, double> { ["A"] = 200, ["B"] = 50 });
        var ground = new ZoningGround([Mesh("A", a, 400), Mesh("B", b, 600)], new Dictionary<string, double> { ["53"] = 1_000 }, [quarter]);
        var zones = DrawZones.On(ground, Of2017, [new RegionCap("53", zip, 0)], new ArsChoice { Order = ["none"], Quarters = ["QP1"] });
        Assert.Equal((mayBe, isZip), (zones.Quarters[0].MayBeZip, zones.Quarters[0].IsZip));
        Assert.Equal(1_000, zones.Regions[0].ByClass.Values.Sum(), 1e-9);
        Assert.False(DrawZones.On(ground, Of2017, [None], ArsChoice.ByFigure).Quarters[0].IsZip && a > 2.5);
    }

    [Fact]
    public void A_priority_district_is_counted_as_one_and_its_mesh_without_it()
    {
        var quarter = new Quarter("QP1", "Kermoysan", "53", new Dictionary<string, double> { ["A"] = 200 });
        var ground = new ZoningGround([Mesh("A", 3, 400)], new Dictionary<string, double> { ["53"] = 1_000 }, [quarter]);
        var region = DrawZones.On(ground, Of2017, [new RegionCap("53", 0.2, 1)], new ArsChoice { Quarters = ["QP1"] }).Regions[0];
        Assert.Equal((200, 200), (region.Zip, region.ByClass[ZoneClass.Zac]));
    }

    [Fact]
    public void Communes_that_merged_take_the_mesh_of_the_code_that_they_go_to()
    {
        Dictionary<string, string> drawn = new() { ["56049"] = "Loudéac", ["56213"] = "Pontivy", ["22001"] = "Dinan", ["22002"] = "Dinan", ["75101"] = "Paris 1", ["75102"] = "Paris 2", ["99999"] = "nowhere" };
        Dictionary<string, string> today = new() { ["56049"] = "56213", ["56213"] = "56213", ["22001"] = "22003", ["22002"] = "22003", ["75101"] = "75056", ["75102"] = "75056" };
        var meshes = MergedMeshes.Of(drawn, today.GetValueOrDefault);
        Assert.Equal(new Dictionary<string, string?> { ["56213"] = "Pontivy", ["22003"] = "Dinan", ["75056"] = null }, meshes);
    }

    [Fact]
    public void The_mean_of_a_mesh_is_over_residents_or_over_the_standardised_population_and_the_rules_say_which()
    {
        var mesh = new Mesh("A", "A", [new MeshCommune("1", "53", 100, 300, 2), new MeshCommune("2", "53", 300, 100, 4), new MeshCommune("3", "53", 0, 0, null)]);
        Assert.Equal((3.5, 2.5), (mesh.Apl(MeanOver.Residents), mesh.Apl(MeanOver.Standardised)));
        Assert.Equal(ZoneClass.Pool, Draw([mesh], []).Meshes[0].Class);
        Assert.Equal(ZoneClass.SelectedZip, DrawZones.On(Ground([mesh], 1_000), Of2017 with { Mean = MeanOver.Standardised }, [], ArsChoice.ByFigure).Meshes[0].Class);
        Assert.Null(new Mesh("B", "B", [.. mesh.Communes, new MeshCommune("4", "53", 1, 1, null)]).Apl(MeanOver.Residents));
    }

    /// <summary>Ten meshes of 100 people, the lowest figures first: three are 30.2 %, seven 72.2 %.</summary>
    [Fact]
    public void Since_2021_nothing_is_selected_by_its_figure_and_the_pools_are_parts_of_the_country()
    {
        var rules = new ZoningRules { ZipPoolShare = 0.302, ZacPoolShare = 0.42, KnownAtLeast = 0.99 };
        Mesh[] meshes = [.. Enumerable.Range(0, 10).Select(one => Mesh($"M{one}", 1 + (one / 10.0)))];
        Assert.Equal("Pool Pool Pool Pool Pool Pool Pool Out Out Out", Classes(DrawZones.On(Ground(meshes, 1_000), rules, [], ArsChoice.ByFigure)));

        var zones = DrawZones.On(Ground(meshes, 1_000), rules, [new RegionCap("53", 1, 0.3)], ArsChoice.ByFigure);
        Assert.Equal("ChosenZip ChosenZip ChosenZip Zac Zac Zac Vigilance Out Out Out", Classes(zones));
        Assert.Equal(ZoneReason.ZacPoolOnly, zones.Meshes[3].Reason);

        // A part of the country alone says nothing of the pools.
        var part = DrawZones.On(Ground(meshes, 2_000), rules, [Wide], ArsChoice.ByFigure);
        Assert.All(part.Meshes, zone => Assert.Equal((ZoneClass.Unknown, ZoneReason.CountryUnknown), (zone.Class, zone.Reason)));
    }

    [Fact]
    public void Where_an_order_is_not_known_to_bound_the_pool_the_parts_of_the_regions_alone_do() =>
        Assert.Equal("ChosenZip Zac Vigilance", Classes(DrawZones.On(Ground([Mesh("A", 1), Mesh("B", 3), Mesh("C", 9)], 1_000), new ZoningRules(), [new RegionCap("53", 0.1, 0.1)], ArsChoice.ByFigure)));

    [Fact]
    public void What_contradicts_itself_is_refused()
    {
        Assert.Throws<ArgumentException>(() => Draw([Mesh("A", 1), Mesh("A", 1)], []));
        Assert.Throws<ArgumentException>(() => Draw([new Mesh("A", "A", [Commune("1", "53", 1, 1)]), new Mesh("B", "B", [Commune("1", "53", 1, 1)])], []));
        Assert.Throws<ArgumentException>(() => Draw([new Mesh("A", "A", [Commune("1", "28", 1, 1)])], []));
        Assert.Throws<ArgumentException>(() => Draw([Mesh("A", 1)], [new RegionCap("53", 11.5, 0)]));
        Assert.Throws<ArgumentException>(() => DrawZones.On(Ground([Mesh("A", 1)], 1_000), Of2017 with { PoolAtMost = 2 }, [], ArsChoice.ByFigure));
    }

    private static Zones Draw(Mesh[] meshes, RegionCap[] caps, ArsChoice? choice = null, double people = 1_000) => DrawZones.On(Ground(meshes, people), Of2017, caps, choice ?? ArsChoice.ByFigure);

    private static ZoningGround Ground(Mesh[] meshes, double people) => new(meshes, new Dictionary<string, double> { ["53"] = people });

    private static Mesh Mesh(string code, double? apl, double people = 100) => new(code, code, [Commune($"of {code}", "53", people, apl)]);

    private static MeshCommune Commune(string code, string region, double people, double? apl) => new(code, region, people, people, apl);

    private static string Classes(Zones zones) => string.Join(' ', zones.Meshes.Select(zone => zone.Class));
}
