using Relais.Matching.Instances;
using Relais.Matching.Ranking;

namespace Relais.Tests.Matching.Planning;

public sealed class RankingTests
{
    [Fact]
    public void The_index_finds_exactly_those_whom_the_rules_allow_and_ranks_them_by_cost_then_id()
    {
        for (var seed = 0; seed < 20; seed++)
        {
            using var folder = new InventedInstance(seed, volunteers: 60, shifts: 20);
            var instance = ShiftFolder.Read(folder.Folder);
            var ranker = new Ranker(instance);
            for (var shift = 0; shift < instance.ShiftCount; shift++)
            {
                var expected = Enumerable.Range(0, instance.VolunteerCount)
                    .Where(volunteer => ranker.WhyNot(volunteer, shift) is PairRule.None)
                    .Select(volunteer => ranker.Explain(volunteer, shift))
                    .OrderBy(one => one.Cost).ThenBy(one => one.Volunteer).ToList();
                var best = new List<RankedCandidate>();
                var totals = ranker.Rank(shift, 5, best);
                Assert.Equal(expected.Take(5), best);
                Assert.Equal(new PairTotals(expected.Count, expected.Sum(one => (long)one.Cost)), totals);
            }
        }
    }

    [Fact]
    public void The_parts_add_up_to_the_cost()
    {
        using var folder = new InventedInstance(3, volunteers: 60, shifts: 20);
        var ranker = new Ranker(ShiftFolder.Read(folder.Folder));
        var best = new List<RankedCandidate>();
        for (var shift = 0; shift < 20; shift++)
        {
            ranker.Rank(shift, 60, best);
            Assert.All(best, one => Assert.Equal(one.Kilometres + one.Substitution + one.SkillGap + one.Load, one.Cost));
        }
    }

    [Theory]
    [InlineData("GEN", 48.0, 100, 8, 20, PairRule.None)]
    [InlineData("REA", 48.0, 100, 8, 20, PairRule.Skill)]
    [InlineData("GER", 48.0, 100, 8, 20, PairRule.None)] // a wish, at a cost
    [InlineData("GEN", 49.0, 100, 8, 20, PairRule.Distance)]
    [InlineData("GEN", 48.0, 100, 8, 21, PairRule.Available)]
    [InlineData("GEN", 48.0, 2401, 8, 20, PairRule.Week)]
    public void Whoever_is_refused_is_told_the_first_rule(string skill, double latitude, int worked, int from, int to, PairRule expected)
    {
        using var folder = new InventedInstance(1, days: 7);
        folder.Write("volunteers.csv", $"id,profession,skills,lat,lon,max_km,load,max_shifts,worked_min_by_week\n0,IDE,GEN,48,-2,50,0,3,{worked}\n");
        folder.Write("availability.csv", "volunteer,start_min,end_min\n0,480,1200\n");
        folder.Write("shifts.csv", FormattableString.Invariant($"id,site,profession,skill,lat,lon,start_min,end_min,demand,urgency,vulnerability\n0,0,IDE,{skill},{latitude},-2,{from * 60},{to * 60},1,1,0\n"));
        Assert.Equal(expected, new Ranker(ShiftFolder.Read(folder.Folder)).WhyNot(0, 0));
    }

    [Fact]
    public void The_smallest_of_many_are_those_of_a_sort()
    {
        var random = new Random(5);
        for (var round = 0; round < 300; round++)
        {
            var keys = Enumerable.Range(0, random.Next(1, 200)).Select(key => ((long)random.Next(20) << 32) | (uint)key).ToArray();
            random.Shuffle(keys);
            var most = random.Next(keys.Length + 3);
            Assert.Equal(keys.Order().Take(most), Selection.Smallest(keys.ToArray(), most).ToArray());
        }
    }
}
