using Relais.Matching.Eligibility;

namespace Relais.Tests.Matching.Eligibility;

/// <summary>The index and what it keeps change how fast the answer comes, never the answer.</summary>
public class FunnelTests
{
    public static TheoryData<int> Seeds => [.. Enumerable.Range(1, 60)];

    [Theory, MemberData(nameof(Seeds))]
    public void The_funnel_says_what_a_plain_scan_of_everybody_says(int seed)
    {
        var pool = new RandomPool(seed);
        var people = pool.People(200);
        var need = pool.Need();
        var expected = people.ToLookup(person => PlainScan.WhyNot(person, need) ?? "");

        var funnel = Funnel.Of(CandidateIndex.Of(people), need);

        Assert.All(funnel.Steps, step => Assert.Equal(expected[step.Code].Count(), step.Stopped));
        Assert.Equal(expected[""].Select(person => person.Person).Order(), funnel.Survivors.Select(survivor => survivor.Person.Person).Order());
        Assert.All(funnel.Survivors, survivor => Assert.Equal(PlainScan.IsDeclaredFree(survivor.Person, need), survivor.IsDeclaredFree));
        Assert.All(funnel.Survivors, survivor => Assert.Equal(PlainScan.Penalty(survivor.Person, need), survivor.StandsIn?.Penalty ?? 0));
        Assert.All(people, person => Assert.Equal(PlainScan.WhyNot(person, need), Funnel.WhyNot(person, need)));
    }

    [Theory, MemberData(nameof(Seeds))]
    public void Everybody_is_counted_once(int seed)
    {
        var pool = new RandomPool(seed);

        var funnel = Funnel.Of(CandidateIndex.Of(pool.People(300)), pool.Need());

        Assert.Equal(300, funnel.Known);
        Assert.Equal(funnel.Known, funnel.Steps.Sum(step => step.Stopped) + funnel.Survivors.Count);
    }

    [Fact]
    public void Each_rule_of_the_dossier_stops_somebody()
    {
        var stopped = Enumerable.Range(1, 60).SelectMany(seed =>
        {
            var pool = new RandomPool(seed);
            return Funnel.Of(CandidateIndex.Of(pool.People(200)), pool.Need()).Steps;
        });

        Assert.All(stopped.GroupBy(step => step.Code), rule => Assert.True(rule.Sum(step => step.Stopped) > 0, rule.Key));
    }

    [Theory, MemberData(nameof(Seeds))]
    public void An_index_that_was_changed_is_the_index_of_those_who_are_left(int seed)
    {
        var pool = new RandomPool(seed);
        var people = pool.People(120);
        var need = pool.Need();
        var changed = people.Take(30).Select(person => pool.Person(person.Person)).Append(pool.Person()).ToList();
        var removed = people.Skip(30).Take(20).Select(person => person.Person).ToList();
        var left = changed.Concat(people.Skip(50)).ToList();

        var index = CandidateIndex.Of(people).With(changed, removed);

        var expected = Funnel.Of(CandidateIndex.Of(left), need);
        var found = Funnel.Of(index, need);
        Assert.Equal(left.Count, index.Count);
        Assert.Equal(expected.Steps, found.Steps);
        Assert.Equal(expected.Survivors.Select(one => one.Person.Person).Order(), found.Survivors.Select(one => one.Person.Person).Order());
        Assert.All(removed, person => Assert.Null(index.Find(person)));
    }
}
