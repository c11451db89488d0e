using Relais.Kernel.Data;
using Relais.Reinforcement.Answers;
using Relais.Reinforcement.Browse;
using Relais.Reinforcement.Waves;
using Relais.Tests.Infrastructure;
using Relais.Tests.Volunteers;
using static Relais.Tests.Reinforcement.ReinforcementWorld;

namespace Relais.Tests.Reinforcement;

/// <summary>Who set a number of days a year is proposed no more, whatever the way, and may change it.</summary>
public sealed class YearlyDaysTests(PostgresServer postgres)
{
    private static readonly CancellationToken Stop = TestContext.Current.CancellationToken;

    [Theory, OnEveryEngine]
    public async Task A_day_more_than_the_person_wants_is_proposed_on_no_path(Engine engine)
    {
        await using var installation = await Installation.CreateAsync(engine, postgres);
        var node = installation.AddNode(settings: ("Workers:Enabled", "false"));
        var nurse = await node.InviteNurseAsync();
        var start = MidYear();
        var (first, second) = (NewNeed(1, start), NewNeed(1, start.AddDays(4)));
        first.Wave = second.Wave = 1;
        await node.AskAsync(first, people: 0);
        await node.AskAsync(second, people: 0);
        var (yes, asked) = (NewOffer(first, nurse.Person), NewOffer(second, nurse.Person));
        await node.WithDbAsync(db =>
        {
            db.AddRange(yes, asked);
            return db.SaveChangesAsync(Stop);
        });
        Assert.IsType<AnswerResult.Done>(await node.WithAsync((Answering answering) => answering.AcceptAsync(yes.Id, first.Version, Stop)));

        await SetAsync("1");
        Assert.Equal("yearly-quota", (await node.WithAsync((NearbyNeeds nearby) => nearby.FindAsync(nurse.Person, second.Id, Stop)))!.WhyNot);
        Assert.Equal(1, (await node.WithAsync((CandidateSearch search) => search.SearchAsync(second, Stop))).Steps.Single(step => step.Code is "yearly-quota").Stopped);
        Assert.Equal("yearly-quota", Assert.IsType<AnswerResult.Refused>(await node.WithAsync((Answering answering) => answering.AcceptAsync(asked.Id, second.Version, Stop))).Code);
        Assert.Contains("nombre de jours de renfort que vous acceptez par an", (await nurse.Browser.GetPageAsync("/pres-de-chez-moi")).QuerySelector("section[aria-labelledby=others]")!.TextContent, StringComparison.Ordinal);

        await SetAsync("2");
        Assert.Null((await node.WithAsync((NearbyNeeds nearby) => nearby.FindAsync(nurse.Person, second.Id, Stop)))!.WhyNot);
        Assert.IsType<AnswerResult.Done>(await node.WithAsync((Answering answering) => answering.AcceptAsync(asked.Id, second.Version, Stop)));

        async Task SetAsync(string days) =>
            await new FilledForm(await nurse.Browser.GetPageAsync("/mes-reglages")).Write("Form.YearlyDays", days).SendAsync(nurse.Browser, "/mes-reglages");
    }

    /// <summary>Three nights from now; a week later where that would meet New Year's Eve before the second shift.</summary>
    private static DateTimeOffset MidYear() => Night(3).AddDays(5).Year == Night(3).Year ? Night(3) : Night(10);
}
