using Relais.Accounts.Contracts;
using Relais.Kernel.Data;
using Relais.Missions.Life;
using Relais.Missions.Welcome;
using Relais.Reinforcement.Answers;
using Relais.Tests.Infrastructure;
using Relais.Tests.Messages;
using Relais.Tests.Reinforcement;

namespace Relais.Tests.Missions;

/// <summary>What an establishment has ready for those who come, from its list to the page of who comes.</summary>
public sealed class WelcomeTests(PostgresServer postgres)
{
    private static readonly CancellationToken Stop = TestContext.Current.CancellationToken;

    /// <summary>Wednesday 9 December 2026, 18 h in Paris: two days and some hours after the house opens.</summary>
    private static readonly DateTimeOffset Evening = new(2026, 12, 9, 17, 0, 0, TimeSpan.Zero);
    private static readonly string List = $"/etablissements/{PaidHouse.Hospital.Value}/accueil";

    [Theory, OnEveryEngine]
    public async Task What_is_ticked_for_a_person_is_read_by_that_person_and_on_the_board(Engine engine)
    {
        await using var house = await PaidHouse.OpenAsync(engine, postgres);
        var manager = await ManagerAsync(house);
        await manager.Browser.SubmitAsync(await manager.Browser.GetPageAsync(List), $"{List}?handler=Usual");
        var items = await house.Node.ReadAsync<WelcomeItem>(_ => true);
        Assert.Equal(8, items.Count);
        foreach (var standing in items.Where(item => !item.Each))
        {
            await MarkAsync(manager.Browser, standing, "Ready");
        }

        var mission = await PromisedAsync(house);
        var page = await PageOfAsync(house, mission);
        Assert.Contains("Casier\u00A0: prêt", page, StringComparison.Ordinal);
        Assert.Contains("Badge\u00A0: pas encore", page, StringComparison.Ordinal);
        Assert.DoesNotContain("Tout est prêt", page, StringComparison.Ordinal);

        await TickAsync(manager.Browser, mission, items.Where(item => item.Each));

        Assert.Contains("Tout est prêt", await PageOfAsync(house, mission), StringComparison.Ordinal);
        var done = await house.Node.ReadAsync<WelcomeDone>(_ => true);
        Assert.Equal(4, done.Count);
        Assert.All(done, line => Assert.Equal(manager.Person, line.DoneBy));
        house.Clock.Set(Evening.AddHours(-30));
        manager = await ManagerAsync(house);
        var presences = (await manager.Browser.GetPageAsync($"/etablissements/{PaidHouse.Hospital}/presences")).Body!.TextContent;
        Assert.Contains("8 sur 8 prêts", presences, StringComparison.Ordinal);
        var need = Assert.Single(await house.Node.ReadAsync<Relais.Reinforcement.Needs.Need>(_ => true));
        Assert.Contains("8 sur 8 prêts", (await manager.Browser.GetPageAsync($"/besoins/{need.Id}")).Body!.TextContent, StringComparison.Ordinal);
    }

    [Theory, OnEveryEngine]
    public async Task A_tick_keeps_its_date_and_hand_and_what_another_place_has_is_not_ticked(Engine engine)
    {
        await using var house = await PaidHouse.OpenAsync(engine, postgres);
        var (first, second) = (await ManagerAsync(house), await ManagerAsync(house));
        await first.Browser.SubmitAsync(await first.Browser.GetPageAsync(List), $"{List}?handler=Usual");
        var each = (await house.Node.ReadAsync<WelcomeItem>(item => item.Each)).OrderBy(item => item.Rank).ToList();
        var mission = await PromisedAsync(house);
        await TickAsync(first.Browser, mission, each.Take(1));
        var before = Assert.Single(await house.Node.ReadAsync<WelcomeDone>(_ => true));

        house.Clock.Set(house.Clock.GetUtcNow().AddHours(1));
        await TickAsync(second.Browser, mission, each.Take(2).Append(new WelcomeItem { Finess = PaidHouse.Hospital, Label = "Ailleurs", Each = true, Rank = 0 }));

        var after = await house.Node.ReadAsync<WelcomeDone>(_ => true);
        Assert.Equal(2, after.Count);
        var kept = after.Single(line => line.ItemId == each[0].Id);
        Assert.Equal((before.DoneAt, first.Person), (kept.DoneAt, kept.DoneBy));
        Assert.Equal(second.Person, after.Single(line => line.ItemId == each[1].Id).DoneBy);
    }

    [Theory, OnEveryEngine]
    public async Task Managers_hear_once_the_day_before_of_what_is_not_ready_and_never_when_all_is(Engine engine)
    {
        await using var house = await PaidHouse.OpenAsync(engine, postgres);
        var manager = await ManagerAsync(house);
        await manager.Browser.SubmitAsync(await manager.Browser.GetPageAsync(List), $"{List}?handler=Usual");
        var items = await house.Node.ReadAsync<WelcomeItem>(_ => true);
        foreach (var standing in items.Where(item => !item.Each))
        {
            await MarkAsync(manager.Browser, standing, "Ready");
        }

        var (unready, ready) = (await PromisedAsync(house), await PromisedAsync(house));
        await TickAsync(manager.Browser, ready, items.Where(item => item.Each));
        house.Clock.Set(Evening.AddHours(-24).AddMinutes(-10));
        await Task.Delay(300, Stop);
        Assert.Empty(await RemindersAsync(house));

        house.Clock.Set(Evening.AddHours(-24).AddMinutes(1));
        await Eventually.TrueAsync(async () => (await RemindersAsync(house)).Count > 0, "nobody is reminded");
        await Task.Delay(300, Stop);

        var reminder = Assert.Single(await RemindersAsync(house));
        Assert.Equal((unready.Id.Value, manager.Person.Value), (reminder.AboutId, reminder.PersonId));
    }

    private static async Task<List<Relais.Kernel.Messages.Message>> RemindersAsync(PaidHouse house) =>
        (await house.Node.MessagesAsync()).FindAll(message => message.Template == WelcomeNotReady.Template);

    private static Task<SignedIn> ManagerAsync(PaidHouse house) => house.Node.SignInAsync((Role.FacilityManager, new Scope.Facility(PaidHouse.Hospital.Value)));

    private static async Task MarkAsync(HttpClient manager, WelcomeItem item, string handler) =>
        await manager.SubmitAsync(await manager.GetPageAsync(List), $"{List}?handler={handler}", ("item", $"{item.Id}"));

    private static async Task TickAsync(HttpClient manager, Mission mission, IEnumerable<WelcomeItem> items)
    {
        var address = $"{List}/{mission.Id}";
        await manager.SubmitAsync(await manager.GetPageAsync(address), address, [.. items.Select(item => ("Done", $"{item.Id}"))]);
    }

    private static async Task<string> PageOfAsync(PaidHouse house, Mission mission) =>
        (await house.Node.Visitor().GetPageAsync(await house.Node.WithAsync((MissionLinks links) => links.PathAsync(mission, Stop)))).Body!.TextContent;

    private static async Task<Mission> PromisedAsync(PaidHouse house)
    {
        var (need, offers) = await house.Node.AskAsync(ReinforcementWorld.NewNeed(1, Evening), 1);
        Assert.IsType<AnswerResult.Done>(await house.Node.WithAsync((Answering answering) => answering.AcceptAsync(offers[0].Id, need.Version, Stop)));
        house.Clock.Set(house.Clock.GetUtcNow().AddMinutes(11));
        await Eventually.TrueAsync(async () => (await house.Node.ReadAsync<Mission>(one => one.PersonId == offers[0].PersonId)).Count is 1, "the place did not become a mission");
        return Assert.Single(await house.Node.ReadAsync<Mission>(one => one.PersonId == offers[0].PersonId));
    }
}
