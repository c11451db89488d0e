using FsCheck;
using FsCheck.Fluent;
using Relais.Accessibility.Means;
using Relais.Accessibility.Parameters;
using Relais.Accessibility.Scenarios;

namespace Relais.Tests.Accessibility;

public sealed class ScenarioTests
{
    private const double Threshold = 2.5;

    [Fact]
    public void A_scenario_of_several_changes_is_what_dividing_the_new_supply_gives_and_conserves_what_is_added() => DrawnCountry.ForEvery(ParameterSets.Default, (country, any) =>
    {
        SupplyChange[] changes = [new(any % country.Count, 400.5, 1000), new(any / 3 % country.Count, -120), new(any / 7 % country.Count, 77)];
        HashSet<int> territory = [.. Enumerable.Range(0, country.Count).Where(place => place % 2 is 0)];
        double[] people = [.. country.Demand.Select(demand => demand * 3)];
        var ground = new ScenarioGround(country.Catchment, country.Catchment.Divide(country.Supply), people, Threshold, territory);
        double[] more = [.. country.Supply];
        Array.ForEach(changes, change => more[change.Place] += change.Supply);
        var (before, after) = (ground.Figures.Values, DenseOracle.Of(country, more));

        var report = ground.Try(new Scenario("drawn", changes));

        var all = Enumerable.Range(0, country.Count).ToList();
        double[] changed = [.. before];
        Assert.All(report.Changes, change => changed[change.Place] += change.Change);
        Assert.All(all, place => Assert.Equal(after[place], changed[place], 1e-9));
        Assert.Equal(all.Where(place => changed[place] >= Threshold && before[place] < Threshold).Sum(place => people[place]), report.PeopleRising);
        Assert.Equal(all.Where(place => changed[place] < Threshold && before[place] >= Threshold).Sum(place => people[place]), report.PeopleFalling);
        Assert.Equal(357.5, report.SupplyAdded);
        Assert.Equal(report.SupplyAdded == changes.Where(change => country.Catchment.PeopleReached[change.Place] > 0).Sum(change => change.Supply), report.IsConserved);
        Assert.Equal(report.SpillOver, all.Where(place => place % 2 is 1).Sum(place => country.Demand[place] * (changed[place] - before[place])), 1e-6);
        Assert.Equal(report.ReceivedInside > 0 ? 1000 / report.ReceivedInside : null, report.CostPerConsultationInside);
        Assert.Equal(FigureMeans.PeopleUnder(Threshold, changed, people, territory), report.After.PeopleUnder, 1e-6);
        Assert.Equal(FigureMeans.Mean(changed, country.Demand, territory), report.After.Mean, 1e-9);
        Assert.All(FigureMeans.OfTenths(changed, people, territory).Zip(report.After.Tenths), tenth => Assert.Equal(tenth.First, tenth.Second, 1e-9));
        Assert.Equal(FigureMeans.OfTenths(before, people, territory), report.Before.Tenths);

        var back = ground.Try(new Scenario("and back", [.. changes, .. changes.Select(change => change with { Supply = -change.Supply })]));
        Assert.All(back.Changes, change => Assert.Equal(0, change.Change, 1e-9));
    });

    [Fact]
    public void Tenths_rise_and_their_mean_is_that_of_all_the_people() => Check.One(
        Config.QuickThrowOnFailure,
        Prop.ForAll(ArbMap.Default.ArbFor<(byte Value, byte People)[]>(), drawn =>
        {
            var (values, people) = (drawn.Select(one => one.Value / 7.0).ToArray(), drawn.Select(one => one.People * 1.0).ToArray());
            var tenths = FigureMeans.OfTenths(values, people);
            if (people.Sum() is 0)
            {
                Assert.Empty(tenths);
                return;
            }

            Assert.Equal(10, tenths.Count);
            Assert.All(tenths.Zip(tenths.Skip(1)), pair => Assert.True(pair.First <= pair.Second + 1e-9));
            Assert.Equal(FigureMeans.Mean(values, people), tenths.Average(), 1e-9);
        }));

    [Fact]
    public void A_place_that_straddles_two_tenths_is_shared_and_one_on_the_threshold_is_not_under_it()
    {
        double[] values = [3, 1, 2.5], people = [50, 5, 45];
        Assert.Equal([1.75, 2.5, 2.5, 2.5, 2.5, 3, 3, 3, 3, 3], FigureMeans.OfTenths(values, people).Select(tenth => Math.Round(tenth, 12)));
        Assert.Equal(5, FigureMeans.PeopleUnder(Threshold, values, people));
        Assert.Equal(2.75, FigureMeans.Mean(values, [1, 0, 1]));
        Assert.Equal(3, FigureMeans.Mean(values, people, [0]));
        Assert.Equal(double.NaN, FigureMeans.Mean(values, people, []));
    }

    /// <summary>A full time gives 5 400 consultations a year over some 220 days.</summary>
    [Fact]
    public void A_volunteer_at_two_days_a_month_is_worth_a_ninth_of_a_full_time()
    {
        const double FullTime = 5400;
        var change = SupplyChange.AdvancedConsultations(4, volunteers: 1, daysPerMonth: 2, supplyPerDay: FullTime / 220, costPerDay: 200);
        Assert.Equal(0.11, change.Supply / FullTime, 0.005);
        Assert.Equal((4, 589, 4800), (change.Place, Math.Round(change.Supply), change.CostPerYear));

        // 32 824 people: one full-time adds 0.16 a year and head; 0.8 takes 4.9 of them, some 44 such volunteers.
        Assert.Equal(0.16, SupplyChange.Practitioners(0, 1, FullTime).Supply / 32_824, 0.005);
        Assert.Equal(44, 0.8 * 32_824 / change.Supply, 0.6);
        Assert.Equal(new SupplyChange(3, -700), SupplyChange.Departure(3, 700));
    }
}
