using System.Text;
using FsCheck;
using FsCheck.Fluent;
using Relais.Accessibility;
using Relais.Accessibility.Files;
using Relais.Accessibility.Times;

namespace Relais.Tests.Accessibility;

public sealed class TimesOfACountryTests
{
    private static readonly TimesProvenance Test = new("roads", "2026", "abc", TravelTimeQuality.Imported);

    /// <summary>Places scattered over two degrees, some on the same point, some without one, on two lands; the antimeridian and the poles too.</summary>
    [Theory]
    [InlineData(47.5, -2)]
    [InlineData(-17.5, 179.5)]
    [InlineData(89.2, 10)]
    public void The_pairs_of_a_country_are_those_that_looking_at_all_of_them_finds(double latitude, double longitude) => Check.One(
        Config.QuickThrowOnFailure.WithMaxTest(40),
        Prop.ForAll(ArbMap.Default.ArbFor<(byte North, byte East, byte Altitude)[]>(), drawn =>
        {
            var places = drawn.Select(one => one.Altitude is 250 ? (Place?)null : new Place(
                Math.Clamp(latitude + ((one.North - 128) / 200.0), -90, 90), Wrapped(longitude + ((one.East - 128) / 100.0)), one.Altitude % 3 is 0 ? null : one.Altitude * 4)).ToList();
            var lands = drawn.Select(one => one.East % 5 is 0 ? 1 : 0).ToList();
            var dense = new TravelTimes(TravelModel.Lowland, places, lands);
            foreach (var below in new[] { 3.0, 20, 45.05 })
            {
                var water = new NoDirectLink((0, 1), (3, 2));
                var times = EstimatedTimes.Below(below, TravelModel.Lowland, places, lands, water);
                for (var from = 0; from < places.Count; from++)
                {
                    for (var to = 0; to < places.Count; to++)
                    {
                        var minutes = Math.Round(dense.Minutes(from, to) * 10) / 10;
                        Assert.Equal(minutes < below && !water.Parts(from, to) ? minutes : double.PositiveInfinity, times.Minutes(from, to));
                    }
                }

                Assert.True(times.IsInTenths);
                Assert.Equal(TravelTimeQuality.Estimated, times.Provenance.Quality);
            }
        }));

    [Fact]
    public void The_ways_along_neighbours_are_the_shortest() => Check.One(
        Config.QuickThrowOnFailure.WithMaxTest(100),
        Prop.ForAll(ArbMap.Default.ArbFor<(byte Count, (byte From, byte To, byte Tenths)[] Edges)>(), drawn =>
        {
            var count = 1 + (drawn.Count % 12);
            var builder = new TimesBuilder(count);
            var way = new double[count, count];
            for (var at = 0; at < count * count; at++)
            {
                way[at / count, at % count] = at / count == at % count ? 0 : double.PositiveInfinity;
            }

            foreach (var (from, to, tenths) in drawn.Edges.Select(edge => (edge.From % count, edge.To % count, edge.Tenths)).Where(edge => edge.Item1 != edge.Item2).DistinctBy(edge => (edge.Item1, edge.Item2)))
            {
                builder.Add(from, to, tenths / 10.0);
                way[from, to] = tenths / 10.0;
            }

            var given = (double[,])way.Clone();
            for (var at = 0; at < count * count; at++)
            {
                var (from, to) = (at / count, at % count);
                way[from, to] = double.IsPositiveInfinity(given[from, to]) ? given[to, from] : given[from, to];
            }

            for (var at = 0; at < count * count * count; at++)
            {
                var (over, from, to) = (at / count / count, at / count % count, at % count);
                way[from, to] = Math.Min(way[from, to], way[from, over] + way[over, to]);
            }

            var times = NeighbourTimes.Below(25, builder.Build(Test));
            for (var at = 0; at < count * count; at++)
            {
                var (from, to) = (at / count, at % count);
                var expected = way[from, to] < 25 - 1e-9 ? way[from, to] : double.PositiveInfinity;
                Assert.True(Math.Abs(way[from, to] - 25) < 1e-9 || Math.Abs(expected - times.Minutes(from, to)) < 1e-9 || expected.Equals(times.Minutes(from, to)), $"{from} to {to}: {times.Minutes(from, to)}, {expected}");
            }

            Assert.Equal((TravelTimeQuality.FromNeighbours, "abc"), (times.Provenance.Quality, times.Provenance.Sha256));
        }));

    [Fact]
    public void Given_times_prevail_and_estimated_ones_fill_the_gaps()
    {
        var (given, estimated) = (new TimesBuilder(3), new TimesBuilder(3));
        given.Add(0, 1, 30.25);
        given.Add(2, 2, 4);
        estimated.Add(0, 1, 12);
        estimated.Add(0, 2, 9);
        estimated.Add(1, 0, 11);
        var times = CompletedTimes.Of(given.Build(Test), estimated.Build(Test with { Source = "model" }));
        Assert.Equal([30.25, 9, 11, double.PositiveInfinity, 4], new[] { times.Minutes(0, 1), times.Minutes(0, 2), times.Minutes(1, 0), times.Minutes(2, 0), times.Minutes(2, 2) });
        Assert.Equal(new TimesProvenance("roads + model", "2026", "abc", TravelTimeQuality.ImportedThenEstimated), times.Provenance);
        Assert.Equal(new TimesSurvey(3, 0, 2, 19.25), TimesSurvey.Of(times));
    }

    [Fact]
    public void A_square_of_seconds_leaves_out_what_it_cannot_read_and_says_which()
    {
        var bad = new List<string>();
        var times = SquareTimesFile.Read(Utf8("id,A,B,Z\nB,60,0,1\nA,,\"75\",2\nC,NA,-1,x\nA,1,2,3\nQ,1,2,3\n"), Codes("A", "B", "C"), TimeUnit.Seconds, "OSRM", "2026", line => bad.Add($"{line.Line}: {line.Reason}"));
        Assert.Equal((1.25, 1, double.PositiveInfinity, 0), (times.Minutes(0, 1), times.Minutes(1, 0), times.Minutes(2, 0), times.Minutes(2, 2)));
        Assert.Equal(["1: Z 'Z' is not in the list of communes", "4: B '-1' is negative", "5: id 'A' was given before", "6: id 'Q' is not in the list of communes"], bad);
        Assert.Equal(64, times.Provenance.Sha256!.Length);
    }

    [Fact]
    public void A_table_of_OSRM_is_read_in_any_slices()
    {
        var json = """{"code":"Ok","sources":[{"hint":"x","location":[1.5,2]}],"durations":[[0,90.6,null],[120,0,6e1]],"destinations":[]}""";
        var times = OsrmTableFile.Read(new OneByteAtATime(Encoding.UTF8.GetBytes(json)), 4, [3, 1], [3, 1, 0], "OSRM", "2026");
        Assert.Equal((90.6 / 60, 2, 1, double.PositiveInfinity), (times.Minutes(3, 1), times.Minutes(1, 3), times.Minutes(1, 0), times.Minutes(3, 0)));
        Assert.Equal(Convert.ToHexStringLower(System.Security.Cryptography.SHA256.HashData(Encoding.UTF8.GetBytes(json))), times.Provenance.Sha256);
    }

    [Theory]
    [InlineData("""{"code":"TooBig","message":"no"}""", FileFault.Refused)]
    [InlineData("""{"code":"Ok","durations":[[0,1]]}""", FileFault.WrongSize)]
    [InlineData("""{"code":"Ok","durations":[[0,1],[1]]}""", FileFault.WrongSize)]
    [InlineData("""{"code":"Ok","durations":[[0,1],[1,0,3]]}""", FileFault.WrongSize)]
    [InlineData("""{"code":"Ok","durations":[[0,1],[1,0],[]]}""", FileFault.WrongSize)]
    [InlineData("""{"code":"Ok","durations":[[0,-1],[1,0]]}""", FileFault.WrongSize)]
    [InlineData("""{"code":"Ok","durations":[[0,""", FileFault.NotJson)]
    public void A_table_that_is_not_what_was_asked_for_is_refused(string json, FileFault fault) =>
        Assert.Equal(fault, Assert.Throws<UnreadableFileException>(() => OsrmTableFile.Read(Utf8(json), 2, [0, 1], [0, 1], "OSRM", "2026")).Fault);

    [Fact]
    public void Codes_of_any_length_are_told_apart()
    {
        string[] codes = [.. Enumerable.Range(0, 3000).Select(one => new string((char)('a' + (one % 26)), one % 20) + one), "", "01001", "010010", "é"];
        var index = Codes(codes);
        Assert.Equal(codes, Enumerable.Range(0, index.Count).Select(rank => index[rank]));
        Assert.All(codes.Index(), code => Assert.Equal(code.Index, index.Find(code.Item)));
        Assert.Equal(-1, index.Find("0100"));
        Assert.False(index.TryAdd("01001"));
    }

    private static double Wrapped(double longitude) => longitude > 180 ? longitude - 360 : longitude;

    private static CodeIndex Codes(params string[] codes)
    {
        var index = new CodeIndex();
        Assert.All(codes, code => Assert.True(index.TryAdd(code)));
        return index;
    }

    private static MemoryStream Utf8(string text) => new(Encoding.UTF8.GetBytes(text));

    private sealed class OneByteAtATime(byte[] content) : MemoryStream(content)
    {
        public override int Read(Span<byte> buffer) => base.Read(buffer[..Math.Min(1, buffer.Length)]);
    }
}
