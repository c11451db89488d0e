using Relais.Kernel.Statistics;

namespace Relais.Tests.Kernel;

public sealed class SmallNumbersTests
{
    private static readonly SmallNumbers Six = new(6);

    [Theory]
    [InlineData(new[] { 40, 12 }, new[] { false, false })]
    [InlineData(new[] { 40, 0 }, new[] { false, false })]
    [InlineData(new[] { 40, 3, 12 }, new[] { false, true, true })]
    [InlineData(new[] { 40, 3, 4, 12 }, new[] { false, true, true, false })]
    [InlineData(new[] { 40, 2, 2, 12 }, new[] { false, true, true, true })]
    [InlineData(new[] { 3, 0 }, new[] { true, false })]
    [InlineData(new[] { 6, 5 }, new[] { true, true })]
    public void What_could_be_taken_from_the_total_is_hidden_too(int[] people, bool[] hidden) => Assert.Equal(hidden, Six.Hidden(people));

    /// <summary>Whoever knows the total and what is shown learns of the hidden parts their sum, and nothing of less than six people.</summary>
    [Fact]
    public void No_small_number_can_be_found_again_by_subtraction()
    {
        var random = new Random(20_261_122);
        for (var round = 0; round < 20_000; round++)
        {
            var people = Enumerable.Range(0, random.Next(1, 9)).Select(_ => random.Next(3) is 0 ? random.Next(0, 40) : random.Next(0, 8)).ToArray();
            var hidden = Six.Hidden(people);

            Assert.All(people.Zip(hidden), part => Assert.True(part.Second || !Six.IsSmall(part.First)));
            Assert.All(people.Zip(hidden), part => Assert.False(part.Second && part.First is 0));
            if (hidden.Contains(true) && people.Zip(hidden).Any(part => !part.Second && part.First > 0))
            {
                Assert.True(hidden.Count(one => one) > 1);
                Assert.True(people.Zip(hidden).Where(part => part.Second).Sum(part => part.First) >= Six.Least);
            }
        }
    }
}
