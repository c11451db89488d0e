using System.Globalization;
using Relais.Kernel.Data;
using Relais.Missions.Appraisal;
using Relais.Missions.Life;
using Relais.Missions.Presence;
using Relais.Reinforcement.Answers;
using Relais.Tests.Infrastructure;
using Relais.Tests.Messages;
using Relais.Tests.Reinforcement;

namespace Relais.Tests.Missions;

/// <summary>What is noted of a mission is dated facts and thanks, the same for both sides.</summary>
public sealed class AppraisalTests(PostgresServer postgres)
{
    private static readonly CancellationToken Stop = TestContext.Current.CancellationToken;
    private static readonly DateTimeOffset Evening = new(2026, 12, 7, 17, 0, 0, TimeSpan.Zero);

    [Theory, OnEveryEngine]
    public async Task Thanks_are_said_once_and_read_by_the_person_on_the_page_of_the_mission(Engine engine)
    {
        await using var house = await PaidHouse.OpenAsync(engine, postgres);
        var line = await house.AgreedAsync(ReinforcementWorld.NewNeed(1, Evening));

        await Task.WhenAll(Enumerable.Range(0, 6).Select(_ => Task.Run(() => ThankAsync(house, line.Mission, ""))));
        Assert.IsType<MissionResult.Done>(await ThankAsync(house, line.Mission, "L’équipe a tenu grâce à vous."));

        Assert.Equal("L’équipe a tenu grâce à vous.", Assert.Single(await house.Node.ReadAsync<Thanks>(_ => true)).Words);
        Assert.Single(await house.Node.MessagesAsync(), message => message.Template == ThanksGiven.Template);
        var page = await house.Node.Visitor().GetPageAsync(await house.Node.WithAsync((MissionLinks links) => links.PathAsync(line.Mission, Stop)));
        Assert.Contains("L’équipe a tenu grâce à vous.", page.Body!.TextContent, StringComparison.Ordinal);
        Assert.Contains("8 décembre 2026\u00A0: heures validées des deux côtés.", page.Body!.TextContent, StringComparison.Ordinal);
    }

    [Theory, OnEveryEngine]
    public async Task An_absence_is_a_dated_fact_until_it_is_excused_or_taken_back(Engine engine)
    {
        await using var house = await PaidHouse.OpenAsync(engine, postgres);
        var mission = await PromisedAsync(house);
        Assert.Equal("not_absent", Assert.IsType<MissionResult.Refused>(await ExcuseAsync(house, mission, isExcused: true)).Code);
        Assert.Equal("hours_not_agreed", Assert.IsType<MissionResult.Refused>(await ThankAsync(house, mission, "")).Code);
        house.Clock.Set(mission.StartsAt.AddMinutes(20));
        Assert.IsType<MissionResult.Done>(await house.Node.WithAsync((Absence absence) => absence.TellAsync(mission.Id, Stop)));
        Assert.IsType<MissionResult.Done>(await ExcuseAsync(house, mission, isExcused: true));
        Assert.Equal(["7 décembre 2026\u00A0: absence notée à 18 h 20.", "7 décembre 2026\u00A0: absence excusée."], await FactsAsync(house, mission));

        Assert.IsType<MissionResult.Done>(await ExcuseAsync(house, mission, isExcused: false));
        Assert.Equal(["7 décembre 2026\u00A0: absence notée à 18 h 20."], await FactsAsync(house, mission));
    }

    [Theory, OnEveryEngine]
    public async Task Who_comes_late_came_so_many_minutes_after_the_hour(Engine engine)
    {
        await using var house = await PaidHouse.OpenAsync(engine, postgres);
        var mission = await PromisedAsync(house);
        house.Clock.Set(mission.StartsAt.AddMinutes(25));
        Assert.IsType<MissionResult.Done>(await house.Node.WithAsync((Arriving arriving) => arriving.ArriveAsync(mission.Id, Side.Person, Stop)));

        Assert.Equal(["7 décembre 2026\u00A0: arrivée à 18 h 25, 25 min après l’heure prévue."], await FactsAsync(house, mission));
    }

    private static async Task<Mission> PromisedAsync(PaidHouse house)
    {
        var (need, offers) = await house.Node.AskAsync(ReinforcementWorld.NewNeed(1, Evening), 1);
        Assert.IsType<AnswerResult.Done>(await house.Node.WithAsync((Answering answering) => answering.AcceptAsync(offers[0].Id, need.Version, Stop)));
        house.Clock.Set(house.Clock.GetUtcNow().AddMinutes(11));
        await Eventually.TrueAsync(async () => (await house.Node.ReadAsync<Mission>(_ => true)).Count is 1, "the place did not become a mission");
        return Assert.Single(await house.Node.ReadAsync<Mission>(_ => true));
    }

    private static async Task<IReadOnlyList<string>> FactsAsync(PaidHouse house, Mission mission)
    {
        var known = Assert.Single(await house.Node.ReadAsync<Mission>(one => one.Id == mission.Id));
        CultureInfo.CurrentCulture = CultureInfo.CurrentUICulture = CultureInfo.GetCultureInfo("fr-FR");
        return await house.Node.WithAsync((MissionFacts facts) => Task.FromResult(facts.Of(known, hours: null)));
    }

    private static Task<MissionResult> ThankAsync(PaidHouse house, Mission mission, string words) =>
        house.Node.WithAsync((Thanking thanking) => thanking.GiveAsync(mission.Id, words, Stop));

    private static Task<MissionResult> ExcuseAsync(PaidHouse house, Mission mission, bool isExcused) =>
        house.Node.WithAsync((Absence absence) => absence.ExcuseAsync(mission.Id, isExcused, Stop));
}
