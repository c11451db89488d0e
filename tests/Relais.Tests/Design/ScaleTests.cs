using Relais.Design.Charts;

namespace Relais.Tests.Design;

public sealed class ScaleTests
{
    [Theory]
    [InlineData(0, 1, 1)]
    [InlineData(1, .2, 1)]
    [InlineData(5, 1, 5)]
    [InlineData(6, 2, 6)]
    [InlineData(7, 2, 8)]
    [InlineData(23, 5, 25)]
    [InlineData(26, 10, 30)]
    [InlineData(999, 200, 1000)]
    public void The_lines_are_round_and_few_and_reach_above_the_highest(double highest, double step, double top)
    {
        var scale = Scale.For(highest);

        Assert.Equal(step, scale.Step, 9);
        Assert.Equal(top, scale.Top, 9);
        Assert.InRange(scale.Lines.Count(), 2, 6);
        Assert.Equal(scale.Top, scale.Lines.Last(), 9);
    }
}
