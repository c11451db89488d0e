using System.Diagnostics;
using FsCheck;
using FsCheck.Fluent;
using Relais.Accessibility;

namespace Relais.Tests.Accessibility;

public sealed class TravelTimesTests(ITestOutputHelper output)
{
    // GeoNames points (CC BY 4.0) of two town centres of Roi Morvan Communauté.
    private static readonly Place Gourin = new(48.1395, -3.6077);
    private static readonly Place LeFaouet = new(48.03299, -3.49048);

    [Fact]
    public void One_degree_along_a_meridian_is_111_km() =>
        Assert.Equal(111.195, GreatCircle.Kilometres(new Place(0, 0), new Place(1, 0)), tolerance: 0.001);

    [Fact]
    public void The_published_model_is_applied_to_the_distance()
    {
        var kilometres = GreatCircle.Kilometres(Gourin, LeFaouet);

        Assert.Equal(14.7, kilometres, tolerance: 0.05);
        Assert.Equal(3.63 + (1.42 * kilometres), TravelModel.Lowland.Minutes(Gourin, LeFaouet), tolerance: 1e-9);
    }

    [Fact]
    public void A_hundred_metres_of_climb_add_a_minute_and_a_half_where_both_altitudes_are_known()
    {
        var flat = TravelModel.Lowland.Minutes(Gourin, LeFaouet);
        var low = Gourin with { AltitudeMetres = 100 };
        var high = LeFaouet with { AltitudeMetres = 200 };

        Assert.Equal(flat + 1.54, TravelModel.Lowland.Minutes(low, high), tolerance: 1e-9);
        Assert.Equal(flat + 1.54, TravelModel.Lowland.Minutes(high, low), tolerance: 1e-9);
        Assert.Equal(flat, TravelModel.Lowland.Minutes(low, LeFaouet), tolerance: 1e-9);
    }

    [Fact]
    public void Going_nowhere_takes_no_time_and_the_label_says_estimated()
    {
        Assert.Equal(0, TravelModel.Lowland.Minutes(Gourin, Gourin));
        Assert.Equal(TravelTimeQuality.Estimated, TravelModel.Lowland.Quality);
    }

    [Fact]
    public void No_car_crosses_the_sea_nor_reaches_a_place_without_coordinates()
    {
        var times = new TravelTimes(TravelModel.Lowland, [Gourin, LeFaouet, Gourin, null], [0, 0, 1, 0]);
        var minutes = new float[4];

        times.Fill(from: 0, minutes);

        Assert.Equal(0, minutes[0]);
        Assert.InRange(minutes[1], 24, 25);
        Assert.Equal(float.PositiveInfinity, minutes[2]);
        Assert.Equal(float.PositiveInfinity, minutes[3]);
    }

    [Fact]
    public void A_row_agrees_with_the_model_and_is_the_same_both_ways() =>
        Prop.ForAll(
            Gen.Choose(0, 10_000).Four().Select(n => (
                From: new Place(41 + (n.Item1 / 1000.0), -5 + (n.Item2 / 700.0), n.Item3 / 10.0),
                To: new Place(41 + (n.Item2 / 1000.0), -5 + (n.Item4 / 700.0), n.Item1 / 10.0))).ToArbitrary(),
            pair =>
            {
                var times = new TravelTimes(TravelModel.Lowland, [pair.From, pair.To]);
                var expected = TravelModel.Lowland.Minutes(pair.From, pair.To);
                return pair.From == pair.To
                    || (Math.Abs(times.Minutes(0, 1) - expected) < 0.001 && times.Minutes(0, 1) == times.Minutes(1, 0));
            }).QuickCheckThrowOnFailure();

    [Fact]
    public void All_the_communes_of_France_take_about_a_millisecond()
    {
        var places = Enumerable.Range(0, 35_000).Select(n => (Place?)new Place(42 + (n % 187 / 20.0), -4 + (n / 187 / 15.0), n % 900)).ToList();
        var times = new TravelTimes(TravelModel.Lowland, places);
        var minutes = new float[times.Count];

        var best = TimeSpan.MaxValue;
        for (var run = 0; run < 200; run++)
        {
            var watch = Stopwatch.StartNew();
            times.Fill(run * 100, minutes);
            best = watch.Elapsed < best ? watch.Elapsed : best;
        }

        output.WriteLine($"35 000 communes: {best.TotalMilliseconds:0.00} ms at best");
        Assert.True(best < TimeSpan.FromMilliseconds(10), $"{best.TotalMilliseconds:0.00} ms");
    }
}
