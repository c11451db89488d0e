using Relais.Matching.Instances;
using Relais.Matching.WavePlanning;

namespace Relais.Tests.Matching.Planning;

public sealed class WavePlannerTests
{
    [Fact]
    public void The_plan_is_the_optimum_of_trying_everything_and_its_prices_prove_it()
    {
        for (var seed = 0; seed < 60; seed++)
        {
            var instance = Invent(new Random(seed));
            var plan = WavePlanner.Plan(instance, () => false);
            var optimum = Best(instance, 0, [.. instance.Demand], [.. instance.GroupCap], [.. instance.Seats]);
            Assert.Equal(optimum, plan.Cost);
            Assert.Equal(optimum, plan.Bound);
            Assert.All(plan.CellOf.Where(cell => cell >= 0).CountBy(cell => cell), cell => Assert.True(cell.Value <= instance.Demand[cell.Key]));
        }
    }

    [Fact]
    public void A_stopped_search_leaves_a_feasible_plan_and_a_bound_below_the_optimum()
    {
        var instance = Invent(new Random(4), volunteers: 3_000);
        var (calls, best) = (0, WavePlanner.Plan(instance, () => false));
        var plan = WavePlanner.Plan(instance, () => ++calls > 1);
        Assert.False(plan.IsOptimal);
        Assert.True(plan.Bound <= best.Cost && best.Cost <= plan.Cost);
    }

    private static WaveInstance Invent(Random random, int volunteers = 7)
    {
        var (begin, cells, costs) = (new List<int> { 0 }, new List<int>(), new List<int>());
        for (var volunteer = 0; volunteer < volunteers; volunteer++)
        {
            for (var cell = 0; cell < 4; cell++)
            {
                if (random.Next(3) > 0)
                {
                    cells.Add(cell);
                    costs.Add(random.Next(200));
                }
            }

            begin.Add(cells.Count);
        }

        return new WaveInstance
        {
            Load = new int[volunteers], Group = [.. Enumerable.Range(0, volunteers).Select(_ => random.Next(2))], GroupCap = [random.Next(1 + (volunteers / 2)), 1 + (volunteers / 3)],
            Demand = [.. Enumerable.Range(0, 4).Select(_ => random.Next(1 + (volunteers / 2)))], Penalty = [1000, 300, 2000, 100],
            Flight = [0, 0, 1, 1], Seats = [random.Next(volunteers), 1 + (volunteers / 2)],
            PairBegin = [.. begin], PairCell = [.. cells], PairCost = [.. costs],
        };
    }

    private static long Best(WaveInstance instance, int volunteer, int[] posts, int[] caps, int[] seats)
    {
        if (volunteer == instance.VolunteerCount)
        {
            return posts.Zip(instance.Penalty).Sum(cell => (long)cell.First * cell.Second);
        }

        var best = Best(instance, volunteer + 1, posts, caps, seats);
        for (var pair = instance.PairBegin[volunteer]; pair < instance.PairBegin[volunteer + 1]; pair++)
        {
            var (cell, group) = (instance.PairCell[pair], instance.Group[volunteer]);
            var flight = instance.Flight[cell];
            if (posts[cell] > 0 && caps[group] > 0 && seats[flight] > 0)
            {
                (posts[cell], caps[group], seats[flight]) = (posts[cell] - 1, caps[group] - 1, seats[flight] - 1);
                best = Math.Min(best, instance.PairCost[pair] + Best(instance, volunteer + 1, posts, caps, seats));
                (posts[cell], caps[group], seats[flight]) = (posts[cell] + 1, caps[group] + 1, seats[flight] + 1);
            }
        }

        return best;
    }
}
