using System.Text;
using Relais.Accessibility;
using Relais.Accessibility.Catchments;
using Relais.Accessibility.Parameters;
using Relais.Accessibility.Times;

namespace Relais.Tests.Accessibility;

public sealed class CatchmentTests
{
    private static readonly TimesProvenance Test = new("test", "2026", null, TravelTimeQuality.Imported);

    /// <summary>
    /// Five cells of Belo Horizonte with the values that another program publishes: ipeaGIT/accessibility@dfde37a,
    /// tests/testthat/test-floating_catchment_area.R (MIT). Its cutoff of 45 includes 45 minutes; ours is strict, hence 45.05.
    /// </summary>
    [Theory]
    [InlineData(CatchmentMethod.TwoStep, new[] { 0.0152, 0.1491, 0.1491, 0.1068, 0 })]
    [InlineData(CatchmentMethod.Balanced, new[] { 0.0094, 0.1993, 0.1993, 0.1147, 0 })]
    public void The_published_values_of_R_accessibility_come_out(CatchmentMethod method, double[] published)
    {
        double[][] minutes =
        [
            [5.8, 47, 48, 47, 64],
            [45, 5.8, 13, 41, 70],
            [44, 13, 5.8, 42, 67],
            [43, 43, 49, 5.8, 58],
            [60, 70, 68, 64, 5.8],
        ];
        var times = new TimesBuilder(5);
        for (var from = 0; from < 5; from++)
        {
            for (var to = 0; to < 5; to++)
            {
                times.Add(from, to, minutes[from][to]);
            }
        }

        var catchment = new Catchment(times.Build(Test), new CatchmentParameters(method, new CutoffDecay(45.05)), [852, 394, 1969, 2189, 0]);
        var figures = catchment.Divide([82, 308, 100, 109, 0]);
        Assert.Equal(published, figures.Values.Select(value => Math.Round(value, 4)));
        Assert.Same(catchment.Times, figures.Times);
    }

    [Fact]
    public void A_time_on_a_threshold_is_beyond_it_and_no_rounding_carries_a_time_across()
    {
        var decay = ParameterSets.Default.Decay;
        Assert.Equal([1, 2 / 3.0, 2 / 3.0, 1 / 3.0, 0], new[] { 9.99, 10, 14.9, 15, 20 }.Select(decay.Weight));

        var builder = new TimesBuilder(3);
        builder.Add(0, 1, 9.96);
        builder.Add(0, 2, 45.049999);
        var times = builder.Build(Test);
        Assert.False(times.IsInTenths);
        Assert.Equal((9.96, 45.049999), (times.Minutes(0, 1), times.Minutes(0, 2)));
    }

    [Fact]
    public void Tenths_give_back_the_number_that_was_written()
    {
        var builder = new TimesBuilder(65_536);
        for (var tenths = 0; tenths <= ushort.MaxValue; tenths++)
        {
            builder.Add(0, tenths, double.Parse($"{tenths / 10}.{tenths % 10}", System.Globalization.CultureInfo.InvariantCulture));
        }

        var times = builder.Build(Test);
        Assert.True(times.IsInTenths);
        Assert.All([0, 1, 3, 99, 1001, 65_535], tenths => Assert.Equal(double.Parse($"{tenths / 10}.{tenths % 10}", System.Globalization.CultureInfo.InvariantCulture), times.Minutes(0, tenths)));

        builder = new TimesBuilder(2);
        builder.Add(0, 1, 6553.6);
        Assert.False(builder.Build(Test).IsInTenths);
    }

    [Fact]
    public void A_country_of_many_pairs_comes_out_as_one_loop_after_another_says()
    {
        const int Places = 3600;
        var (builder, demand, supply) = (new TimesBuilder(Places), new double[Places], new double[Places]);
        for (var from = 0; from < Places; from++)
        {
            (demand[from], supply[from]) = (from % 7 * 13, from % 11 * 100);
            for (var step = 1; step < 60; step++)
            {
                builder.Add(from, (from + (step * step)) % Places, step / 3.0);
            }
        }

        var times = builder.Build(Test);
        Assert.True(times.PairCount > 200_000);
        var (people, figures) = (new double[Places], new double[Places]);
        for (var pass = 0; pass < 2; pass++)
        {
            for (var from = 0; from < Places; from++)
            {
                foreach (var to in times.PracticesFrom(from))
                {
                    var weight = ParameterSets.Default.Decay.Weight(times.Minutes(from, to));
                    people[to] += pass is 0 ? weight * demand[from] : 0;
                    figures[from] += pass is 1 ? weight * supply[to] / people[to] : 0;
                }
            }
        }

        var catchment = new Catchment(times, ParameterSets.Default, demand);
        var values = catchment.Divide(supply).Values;
        Assert.All(Enumerable.Range(0, Places), place => Assert.Equal(figures[place], values[place], 1e-12 * figures[place]));
        Assert.Equal(values, new Catchment(times, ParameterSets.Default, demand).Divide(supply).Values);
    }

    [Theory]
    [InlineData("""[]""", "must be an object")]
    [InlineData("""{"method":"e2sfca"}""", "steps is missing")]
    [InlineData("""{"steps":[]}""", "method is missing")]
    [InlineData("""{"method":"apl","steps":[{"below":10,"weight":1}]}""", "'apl' is unknown")]
    [InlineData("""{"method":"e2sfca","steps":[]}""", "at least one")]
    [InlineData("""{"method":"e2sfca","steps":[{"below":10,"weight":1},{"below":10,"weight":0.5}]}""", "below 10 must be more than 10")]
    [InlineData("""{"method":"3sfca","steps":[{"below":10,"weight":-1}]}""", "weight -1")]
    [InlineData("""{"method":"3sfca","steps":[{"below":10,"weight":"1"}]}""", "weight must be a number")]
    [InlineData("""{"method":"2sfca","cutoff":0}""", "cutoff must be more than zero")]
    [InlineData("""{"method":"2sfca","cutoff":1e999}""", "cutoff must be a number")]
    [InlineData("""{"method":"2sfca","cutof":30,"cutoff":20}""", "'cutof' was not expected")]
    [InlineData("""{"method":"2sfca","cutoff":30,"cutoff":20}""", "'cutoff' is said twice")]
    [InlineData("""{"method":"kernel","decay":"linear","rate":1,"cutoff":20}""", "'linear' is unknown")]
    [InlineData("""{"method":"kernel","decay":"gaussian","cutoff":20}""", "rate is missing")]
    [InlineData("""{"method":"bfca","cutoff":20""", "not JSON")]
    public void Parameters_that_mean_nothing_are_refused_with_the_reason(string json, string reason)
    {
        Assert.False(ParametersJson.TryRead(Encoding.UTF8.GetBytes(json), out _, out var said));
        Assert.Contains(reason, said, StringComparison.Ordinal);
    }

    [Fact]
    public void The_published_sets_carry_their_version_and_source_and_read_back_as_they_are_written()
    {
        Assert.Equal(["2015+", "2010"], ParameterSets.All.Take(2).Select(set => set.Parameters.Version));
        Assert.Equal([1, 0.3, 0.1, 0], new[] { 4.9, 5, 10, 15 }.Select(ParameterSets.All[1].Parameters.Decay.Weight));
        Assert.Equal(Math.Exp(-1.2), ParameterSets.All.Single(set => set.Slug is "exp-0.12").Parameters.Decay.Weight(10), 15);
        Assert.All(ParameterSets.All, set => Assert.Contains("20", set.Parameters.Source, StringComparison.Ordinal));
        Assert.Equal(ParameterSets.All.Count, ParameterSets.All.Select(set => set.Parameters).Distinct().Count());
        CatchmentParameters kernel = new(CatchmentMethod.Kernel, new KernelDecay(KernelShape.Gaussian, 180, 30));
        CatchmentParameters balanced = new(CatchmentMethod.Balanced, new CutoffDecay(45.05));
        Assert.All([.. ParameterSets.All.Select(set => set.Parameters), kernel, balanced], set =>
        {
            Assert.True(ParametersJson.TryRead(ParametersJson.Write(set), out var back, out _));
            Assert.Equal(set, back);
        });
        Assert.Equal(2.5, AplThreshold.Low.Value);
    }
}
