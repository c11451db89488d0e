using Relais.Cartography.Classes;

namespace Relais.Tests.Cartography;

public sealed class ClassBreaksTests
{
    [Fact]
    public void A_value_on_a_threshold_belongs_above_it()
    {
        var breaks = ClassBreaks.Given([2.5, 4]);

        Assert.Equal([MapClass.First, MapClass.Third, MapClass.Third, MapClass.Fifth], new[] { 2.4999, 2.5, 3.9999, 4 }.Select(value => breaks.Of(value)));
        Assert.Equal(MapClass.NoData, breaks.Of(double.NaN));
    }

    [Fact]
    public void A_range_that_crosses_a_threshold_is_not_classed()
    {
        var breaks = ClassBreaks.Given([2.5, 4]);

        Assert.Equal(MapClass.NotClassed, breaks.Of(2.4, 2.6));
        Assert.Equal(MapClass.Third, breaks.Of(2.5, 3.9));
        Assert.Equal(MapClass.NoData, breaks.Of(double.NaN, double.NaN));
    }

    [Fact]
    public void Where_care_lacks_the_lowest_values_are_the_strongest() =>
        Assert.Equal([MapClass.Fifth, MapClass.Third, MapClass.First], new[] { 1.0, 3, 5 }.Select(value => ClassBreaks.Given([2.5, 4], lowestIsStrongest: true).Of(value)));

    [Fact]
    public void Quantiles_part_a_hundred_values_into_five_twenties()
    {
        var values = Enumerable.Range(1, 100).Select(value => (double)value).ToList();
        var breaks = ClassBreaks.Quantiles(values, decimals: 0);

        Assert.Equal([21, 41, 61, 81], breaks.Thresholds);
        Assert.All(breaks.Legend(values), line => Assert.Equal(20, line.Count));
        Assert.Equal([(null, 21d), (21d, 41d), (41d, 61d), (61d, 81d), (81d, null)], breaks.Legend(values).Select(line => (line.From, line.Below)));
    }

    [Theory]
    [InlineData(new[] { 0d, 0, 0, 0, 0, 0, 0, 3 }, new[] { 3d })]
    [InlineData(new[] { 0d, 0, 0, 0, 1, 1, 1, 1, 1, 2 }, new[] { 1d, 2d })]
    [InlineData(new[] { 7d, 7, 7 }, new double[0])]
    [InlineData(new double[0], new double[0])]
    [InlineData(new[] { 1.04, 1.05, 1.06, 9, double.NaN }, new[] { 1.1d })]
    public void Equal_values_are_never_parted_and_no_class_is_empty(double[] values, double[] thresholds)
    {
        var breaks = ClassBreaks.Quantiles(values, decimals: 1);

        Assert.Equal(thresholds, breaks.Thresholds);
        Assert.All(breaks.Legend(values), line => Assert.True(line.Count > 0 || values.Length is 0));
    }

    [Fact]
    public void Thresholds_that_do_not_rise_are_a_broken_program()
    {
        Assert.Throws<ArgumentException>(() => ClassBreaks.Given([4, 2.5]));
        Assert.Throws<ArgumentException>(() => ClassBreaks.Given([1, 2, 3, 4, 5]));
        Assert.Throws<ArgumentException>(() => ClassBreaks.Given([double.NaN]));
    }
}
