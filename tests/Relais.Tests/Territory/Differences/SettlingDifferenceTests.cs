using AngleSharp.Html.Dom;
using Relais.Accounts.Contracts;
using Relais.Kernel.Data;
using Relais.Kernel.Journal;
using Relais.Reinforcement.Needs;
using Relais.Territory.Differences;
using Relais.Territory.Facilities;
using Relais.Tests.Infrastructure;
using Relais.Tests.Reinforcement;
using static Relais.Tests.Territory.Differences.RegisterOfTheTest;

namespace Relais.Tests.Territory.Differences;

/// <summary>A person looks at what differs and decides; a decision can be changed again.</summary>
public sealed class SettlingDifferenceTests(PostgresServer postgres)
{
    private const string Page = DifferencesModel.Address;

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Theory, OnEveryEngine]
    public async Task Taking_the_register_over_is_written_in_the_journal_and_can_be_changed_again(Engine engine)
    {
        await using var installation = await Installation.CreateAsync(engine, postgres);
        var node = installation.AddNode();
        var coordinator = await LaySceneAsync(node);
        var before = await node.KnownAsync(Hospital);
        var page = await coordinator.Browser.GetPageAsync(Page);
        var row = page.QuerySelector("main .rs-card dl > div")!;
        Assert.Equal("Nom", row.QuerySelector("dt")!.TextContent);
        Assert.Equal(["Dans RelaisCentre hospitalier de Carhaix", "Au FINESSHOPITAL DE CARHAIX"], row.QuerySelectorAll(".rs-sides > div").Select(side => side.TextContent.Trim()));

        await coordinator.Browser.SubmitAsync(page, $"{Page}?handler=Take", ("Form.Chosen", Boxes(page)[0]));

        Assert.Equal(("HOPITAL DE CARHAIX", "106"), ((await node.KnownAsync(Hospital))!.Name, (await node.KnownAsync(Hospital))!.Category));
        var entry = Assert.Single(await node.ReadAsync<JournalEntry>(entry => entry.Action == "facility.register_taken"));
        Assert.Equal((coordinator.Account.Value, Hospital.Value, "Name Category"), (entry.AccountId, entry.SubjectId, entry.Detail));

        await node.CompareAsync();
        var decided = await coordinator.Browser.GetPageAsync($"{Page}?etat=decides");
        await coordinator.Browser.SubmitAsync(decided, $"{Page}?handler=Keep", ("Form.Chosen", Boxes(decided)[0]), ("Form.Reason", "Le registre confond deux sites"));

        Assert.Equal(before, await node.KnownAsync(Hospital));
        await node.CompareAsync();
        Assert.Equal((DifferenceState.Kept, "Le registre confond deux sites"), await StateAsync(node));
        var kept = await coordinator.Browser.GetPageAsync($"{Page}?etat=decides");
        Assert.Contains("Le registre confond deux sites", kept.QuerySelector("main .rs-card")!.TextContent, StringComparison.Ordinal);

        await coordinator.Browser.SubmitAsync(kept, $"{Page}?handler=Take", ("Form.Chosen", Boxes(kept)[0]));
        Assert.Equal("HOPITAL DE CARHAIX", (await node.KnownAsync(Hospital))!.Name);
    }

    [Theory, OnEveryEngine]
    public async Task Keeping_ours_needs_a_reason_and_holds_until_the_register_says_something_else(Engine engine)
    {
        await using var installation = await Installation.CreateAsync(engine, postgres);
        var node = installation.AddNode();
        var coordinator = await LaySceneAsync(node);
        var page = await coordinator.Browser.GetPageAsync(Page);

        var refused = await (await coordinator.Browser.SubmitAsync(page, $"{Page}?handler=Keep", ("Form.Chosen", Boxes(page)[0]), ("Form.Reason", " "))).ReadPageAsync();
        Assert.Contains("Dites pourquoi", refused.QuerySelector(".govuk-error-summary")!.TextContent, StringComparison.Ordinal);
        Assert.True(refused.QuerySelectorAll("input[name='Form.Chosen']").Cast<IHtmlInputElement>().First().IsChecked);
        var nobody = await (await coordinator.Browser.SubmitAsync(page, $"{Page}?handler=Take")).ReadPageAsync();
        Assert.Contains("Cochez au moins un établissement", nobody.QuerySelector(".govuk-error-summary")!.TextContent, StringComparison.Ordinal);
        Assert.Equal((DifferenceState.Open, null), await StateAsync(node));

        await coordinator.Browser.SubmitAsync(page, $"{Page}?handler=Keep", ("Form.Chosen", Boxes(page)[0]), ("Form.Reason", "Le nom que tous emploient"));
        await node.CompareAsync();
        Assert.Equal((DifferenceState.Kept, "Le nom que tous emploient"), await StateAsync(node));

        await node.SaysAsync(2, "290000017;;CLINIQUE DE CARHAIX;106;29024;1;R;DES LILAS;", NursingHomeLine, ElsewhereLine);
        Assert.Equal((DifferenceState.Open, null), await StateAsync(node));
    }

    [Theory, OnEveryEngine]
    public async Task What_changed_since_it_was_read_is_not_decided(Engine engine)
    {
        await using var installation = await Installation.CreateAsync(engine, postgres);
        var node = installation.AddNode();
        var coordinator = await LaySceneAsync(node);
        var page = await coordinator.Browser.GetPageAsync(Page);
        await node.SaysAsync(2, "290000017;;CLINIQUE DE CARHAIX;106;29024;1;R;DES LILAS;", NursingHomeLine, ElsewhereLine);

        await coordinator.Browser.SubmitAsync(page, $"{Page}?handler=Take", ("Form.Chosen", Boxes(page)[0]));

        Assert.Equal("Centre hospitalier de Carhaix", (await node.KnownAsync(Hospital))!.Name);
        Assert.Equal((DifferenceState.Open, null), await StateAsync(node));
        Assert.Empty(await node.ReadAsync<JournalEntry>(entry => entry.Action == "facility.register_taken"));
    }

    [Theory, OnEveryEngine]
    public async Task One_decision_asked_for_on_two_nodes_at_once_is_written_once(Engine engine)
    {
        await using var installation = await Installation.CreateAsync(engine, postgres);
        var nodes = installation.AddTwoNodes();
        var coordinator = await LaySceneAsync(nodes[0]);
        var page = await coordinator.Browser.GetPageAsync(Page);
        HttpClient[] browsers = [coordinator.Browser, await nodes[1].BrowserOfAsync(coordinator.Account)];
        IHtmlDocument[] pages = [page, await browsers[1].GetPageAsync(Page)];

        await Task.WhenAll(Enumerable.Range(0, 6).Select(turn => Task.Run(
            () => browsers[turn % 2].SubmitAsync(pages[turn % 2], $"{Page}?handler=Take", ("Form.Chosen", Boxes(page)[0])), Stop)));

        Assert.Single(await nodes[0].ReadAsync<JournalEntry>(entry => entry.Action == "facility.register_taken"));
        Assert.Equal("HOPITAL DE CARHAIX", (await nodes[1].KnownAsync(Hospital))!.Name);
    }

    [Theory, OnEveryEngine]
    public async Task One_that_closed_says_which_needs_are_open_there_and_is_closed_by_a_person(Engine engine)
    {
        await using var installation = await Installation.CreateAsync(engine, postgres);
        var node = installation.AddNode();
        await node.AddFacilitiesAsync();
        var need = ReinforcementWorld.NewNeed(2, ReinforcementWorld.Night(3));
        await node.AskAsync(need, people: 0);
        Assert.Equal(Hospital, need.Finess);
        await node.SaysAsync(1, HospitalLine + "2026-03-01", NursingHomeLine, ElsewhereLine);
        var coordinator = await node.SignInAsync((Role.Coordinator, new Scope.Territory("DEP-29")));

        var page = await coordinator.Browser.GetPageAsync(Page);
        var card = page.QuerySelector("main .rs-card")!;
        Assert.Contains("1 besoin y est encore ouvert", card.TextContent, StringComparison.Ordinal);
        Assert.Equal($"/besoins/{need.Id}", card.QuerySelector("a")!.GetAttribute("href"));
        Assert.Contains("Fermé depuis le 01/03/2026", card.TextContent, StringComparison.Ordinal);
        Assert.Null(Assert.Single(await node.ReadAsync<Facility>(facility => facility.Number == Hospital)).ClosedAt);

        await coordinator.Browser.SubmitAsync(page, $"{Page}?handler=Take", ("Form.Chosen", Boxes(page)[0]));
        Assert.NotNull(Assert.Single(await node.ReadAsync<Facility>(facility => facility.Number == Hospital)).ClosedAt);

        var late = ReinforcementWorld.NewNeed(1, ReinforcementWorld.Night(4));
        late.State = NeedState.Draft;
        await node.WithDbAsync(async db =>
        {
            db.Add(late);
            return await db.SaveChangesAsync(Stop);
        });
        var refused = Assert.IsType<NeedResult.Refused>(await node.WithAsync((NeedLife life) => life.PublishAsync(late.Id, Stop)));
        Assert.Equal("facility_closed", refused.Code);
        Assert.Equal(NeedState.Draft, Assert.Single(await node.ReadAsync<Need>(one => one.Id == late.Id)).State);
    }

    [Theory, OnEveryEngine]
    public async Task A_coordinator_sees_and_settles_their_own_territory_alone(Engine engine)
    {
        await using var installation = await Installation.CreateAsync(engine, postgres);
        var node = installation.AddNode();
        await LaySceneAsync(node);
        var stranger = await node.SignInAsync((Role.Coordinator, new Scope.Territory("DEP-35")));
        var administrator = await node.SignInAsync((Role.Administrator, Scope.National));
        var empty = await stranger.Browser.GetPageAsync(Page);
        Assert.Empty(empty.QuerySelectorAll("main .rs-card"));
        Assert.Contains("Aucun écart à regarder", empty.QuerySelector("main .rs-empty")!.TextContent, StringComparison.Ordinal);

        await node.SaysAsync(2, HospitalLine.Replace("355", "106", StringComparison.Ordinal), NursingHomeLine, ElsewhereLine.Replace("355", "106", StringComparison.Ordinal));
        var full = await administrator.Browser.GetPageAsync(Page);
        Assert.Equal(2, Boxes(full).Count);
        var own = await stranger.Browser.GetPageAsync(Page);
        await stranger.Browser.SubmitAsync(own, $"{Page}?handler=Take", [.. Boxes(full).Select(chosen => ("Form.Chosen", chosen))]);

        var states = (await node.ReadAsync<FacilityDifference>(_ => true)).ToDictionary(difference => difference.Number, difference => difference.State);
        Assert.Equal((DifferenceState.Open, DifferenceState.Taken), (states[Hospital], states[Elsewhere]));
    }

    [Theory, OnEveryEngine]
    public async Task The_file_has_one_line_for_each_thing_that_differs(Engine engine)
    {
        await using var installation = await Installation.CreateAsync(engine, postgres);
        var node = installation.AddNode();
        var coordinator = await LaySceneAsync(node);

        var csv = await coordinator.Browser.GetStringAsync(new Uri($"{Page}?format=csv", UriKind.Relative), Stop);

        var lines = csv.Split("\r\n", StringSplitOptions.RemoveEmptyEntries);
        Assert.Equal(3, lines.Length);
        Assert.Contains(";Nom;Centre hospitalier de Carhaix;HOPITAL DE CARHAIX;", lines[1], StringComparison.Ordinal);
        Assert.Contains("Centre hospitalier, ancien hôpital local (106)", lines[2], StringComparison.Ordinal);
        var sheet = await coordinator.Browser.GetByteArrayAsync(new Uri($"{Page}?format=xlsx", UriKind.Relative), Stop);
        Assert.Equal("PK"u8.ToArray(), sheet[..2]);
    }

    /// <summary>The hospital has another name and another category in the register; its coordinator.</summary>
    private static async Task<SignedIn> LaySceneAsync(Node node)
    {
        await node.AddFacilitiesAsync();
        await node.SaysAsync(1, "290000017;;HOPITAL DE CARHAIX;106;29024;1;R;DES LILAS;", NursingHomeLine, ElsewhereLine);
        return await node.SignInAsync((Role.Coordinator, new Scope.Territory("DEP-29")));
    }

    private static List<string> Boxes(IHtmlDocument page) => [.. page.QuerySelectorAll("input[name='Form.Chosen']").Select(box => box.GetAttribute("value")!)];

    private static async Task<(DifferenceState, string?)> StateAsync(Node node)
    {
        var difference = Assert.Single(await node.ReadAsync<FacilityDifference>(_ => true));
        return (difference.State, difference.Reason);
    }
}
