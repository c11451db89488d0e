using Relais.Accessibility;
using Relais.Accessibility.Catchments;
using Relais.Accessibility.Parameters;
using Relais.Accessibility.Scenarios;
using Relais.Accessibility.Siting;
using Relais.Accessibility.Times;

namespace Relais.Tests.Accessibility;

/// <summary>Choices of sites beside those that trying every set of candidates finds.</summary>
public sealed class SiteSearchProperties
{
    private const double Threshold = 2.5;
    private const double Added = 310;

    [Theory]
    [InlineData(SiteCriterion.PeopleLifted)]
    [InlineData(SiteCriterion.Vulnerability)]
    [InlineData(SiteCriterion.TravelSaved)]
    public void No_choice_beats_the_bound_and_what_is_announced_is_true(SiteCriterion criterion) => DrawnCountry.ForEvery(ParameterSets.Default, (country, any) =>
    {
        int[] candidates = [.. Enumerable.Range(0, country.Count).Where(place => (any >> (place % 30) & 1) is 1).Take(6)];
        var count = Math.Min(candidates.Length, 1 + (any % 3));
        var truth = new Truth(country, criterion);
        var search = new SiteSearch(truth.Ground, country.Times, country.Supply, candidates, Added, truth.Vulnerability);

        var choice = search.Choose(criterion, count);

        Assert.Equal(count, choice.Sites.Count);
        Assert.Equal(truth.Of(choice.Sites.Select(site => site.Place)), choice.Value, 1e-6);
        Assert.Equal(choice.Value, choice.Sites.Sum(site => site.Gain), 1e-6);
        var best = Sets(candidates, count).Max(truth.Of);
        Assert.True(best <= choice.Bound + 1e-6, $"{best} is possible, {choice.Bound} was the bound");
        Assert.True(choice.Value <= best + 1e-6);
        Assert.True(criterion is SiteCriterion.PeopleLifted || choice.Value >= ((1 - (1 / Math.E)) * best) - 1e-6);
        Assert.True(criterion is not SiteCriterion.Vulnerability || choice.Gap < 1e-9);

        var ranking = search.Rank(criterion);
        Assert.Equal(candidates.Length, ranking.Count);
        Assert.All(ranking, gain => Assert.Equal(truth.Of([gain.Place]), gain.By(criterion), 1e-6));
        Assert.All(ranking.Zip(ranking.Skip(1)), pair => Assert.True(pair.First.By(criterion) >= pair.Second.By(criterion)));
    });

    [Fact]
    public void Two_sites_may_lift_together_those_whom_neither_lifts_alone()
    {
        var times = new TimesBuilder(3);
        times.Add(0, 1, 5);
        times.Add(0, 2, 5);
        var built = times.Build(new TimesProvenance("test", "", null, TravelTimeQuality.Imported));
        var catchment = new Catchment(built, ParameterSets.Default, [100, 0, 0]);
        var search = new SiteSearch(new ScenarioGround(catchment, catchment.Divide([0, 0, 0]), [120, 0, 0], Threshold), built, [0, 0, 0], [1, 2], added: 150);

        Assert.All(search.Rank(SiteCriterion.PeopleLifted), gain => Assert.Equal((0, 150), (gain.PeopleLifted, gain.VulnerabilityGain)));
        var (one, both) = (search.Choose(SiteCriterion.PeopleLifted, 1), search.Choose(SiteCriterion.PeopleLifted, 5));
        Assert.Equal((0, 72), (one.Value, Math.Round(one.Bound, 9)));
        Assert.Equal((120, 120, 0), (both.Value, Math.Round(both.Bound, 9), Math.Round(both.Gap, 9)));
    }

    private static IEnumerable<int[]> Sets(int[] among, int count) =>
        count is 0 ? [[]] : among.Index().SelectMany(first => Sets(among[(first.Index + 1)..], count - 1).Select(rest => (int[])[first.Item, .. rest]));

    /// <summary>The three criteria computed afresh from the supply that the sites make.</summary>
    private sealed class Truth(DrawnCountry country, SiteCriterion criterion)
    {
        private readonly double[] _people = [.. country.Demand.Select(people => Math.Round(people * 2))];

        public double[] Vulnerability { get; } = [.. country.Demand.Select((_, place) => place % 4 / 2.0)];

        public ScenarioGround Ground => new(country.Catchment, country.Catchment.Divide(country.Supply), _people, Threshold);

        public double Of(IEnumerable<int> sites)
        {
            double[] supply = [.. country.Supply];
            var (chosen, before) = (sites.ToList(), DenseOracle.Of(country, supply));
            chosen.ForEach(site => supply[site] += Added);
            var (after, all) = (DenseOracle.Of(country, supply), Enumerable.Range(0, country.Count));
            return criterion switch
            {
                SiteCriterion.PeopleLifted => all.Sum(place => before[place] < Threshold && after[place] >= Threshold ? _people[place] : 0),
                SiteCriterion.Vulnerability => all.Sum(place => Vulnerability[place] * country.Demand[place] * (after[place] - before[place])),
                _ => all.Sum(place => _people[place] * (Nearest(place, country.Supply) - Nearest(place, supply.Select((acts, at) => chosen.Contains(at) ? 1 : acts)))),
            };
        }

        private double Nearest(int place, IEnumerable<double> supply) =>
            supply.Select((acts, at) => acts > 0 ? country.Minutes[place, at] : double.PositiveInfinity).Append(country.Parameters.Decay.Limit).Min();
    }
}
