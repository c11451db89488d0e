using System.Net;
using AngleSharp.Html.Dom;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Relais.Accounts.Contracts;
using Relais.Kernel.Data;
using Relais.Kernel.Identifiers;
using Relais.Kernel.Time;
using Relais.Reinforcement.Answers;
using Relais.Reinforcement.Needs;
using Relais.Reinforcement.PublicReports;
using Relais.Tests.Infrastructure;
using Node = Relais.Tests.Infrastructure.Node;

namespace Relais.Tests.Reinforcement.PublicReports;

/// <summary>What everybody reads of a territory: counted by hand, and never so few people that they could be recognised.</summary>
public sealed class PublicReportTests(PostgresServer postgres)
{
    private const string NotPublished = "secret statistique";

    private static readonly CancellationToken Stop = TestContext.Current.CancellationToken;

    private readonly SettableClock _clock = new();

    /// <summary>The month that is told, and the one in which it is told.</summary>
    private readonly DateOnly _month = new DateOnly(DateTime.UtcNow.Year, DateTime.UtcNow.Month, 1).AddMonths(-1);

    [Theory, OnEveryEngine]
    public async Task A_report_is_read_by_everybody_without_its_small_numbers_until_it_is_withdrawn(Engine engine)
    {
        await using var installation = await Installation.CreateAsync(engine, postgres);
        var node = Start(installation);
        await LiveAsync(node);
        var coordinator = await node.SignInAsync((Role.Coordinator, new Scope.Territory("DEP-29")));

        var preview = await coordinator.Browser.GetPageAsync(Address());
        var published = await PublishAsync(coordinator, preview, "Merci à toutes et à tous.\nÀ bientôt.");
        var address = published.Headers.Location!.OriginalString;

        var visitor = node.Visitor();
        var page = await visitor.GetPageAsync(address);
        Assert.Equal(["21", "90 %", "18"], page.QuerySelectorAll("main .rs-kpi__value").Take(3).Select(value => value.TextContent.Replace('\u00A0', ' ')));
        Assert.Equal(
            [["Infirmier", "10", "9", "8"], ["Aide-soignant", "8", NotPublished, NotPublished], ["Médecin", "3", NotPublished, NotPublished]], Rows(page));
        Assert.Equal(["Merci à toutes et à tous.", "À bientôt."], page.QuerySelectorAll("main > .govuk-body-l").Select(one => one.TextContent));
        Assert.Contains("moins de 6 personnes", page.QuerySelector("main")!.TextContent.Replace('\u00A0', ' '), StringComparison.Ordinal);
        var csv = await visitor.GetStringAsync(new Uri($"{address}?tableau=metiers&format=csv", UriKind.Relative), Stop);
        Assert.Contains($"Médecin;3;{NotPublished};{NotPublished}", csv, StringComparison.Ordinal);
        var stored = Assert.Single(await node.ReadAsync<PublicReport>(_ => true));
        Assert.Null(stored.Figures.Professions.Single(line => line.Name is "Médecin").Came);
        Assert.NotNull((await visitor.GetPageAsync("/bilans")).QuerySelector($"main a[href='{address}']"));

        var elsewhere = await node.SignInAsync((Role.Coordinator, new Scope.Territory("DEP-35")));
        Assert.Equal(HttpStatusCode.NotFound, await WithdrawAsync(elsewhere, stored.Id));
        Assert.Equal(HttpStatusCode.OK, (await visitor.GetAsync(new Uri(address, UriKind.Relative), Stop)).StatusCode);
        Assert.Equal(HttpStatusCode.Redirect, await WithdrawAsync(coordinator, stored.Id));
        Assert.Equal(HttpStatusCode.NotFound, (await visitor.GetAsync(new Uri(address, UriKind.Relative), Stop)).StatusCode);
        Assert.Equal(HttpStatusCode.Redirect, (await PublishAsync(coordinator, await coordinator.Browser.GetPageAsync(Address()), "")).StatusCode);
    }

    [Theory, OnEveryEngine]
    public async Task Of_many_who_publish_a_month_at_once_on_two_nodes_one_does(Engine engine)
    {
        await using var installation = await Installation.CreateAsync(engine, postgres);
        Node[] nodes = [Start(installation), Start(installation)];
        await LiveAsync(nodes[0]);
        var coordinators = new List<(SignedIn Who, IHtmlDocument Page)>();
        for (var number = 0; number < 6; number++)
        {
            var who = await nodes[number % 2].SignInAsync((Role.Coordinator, new Scope.Territory("DEP-29")));
            coordinators.Add((who, await who.Browser.GetPageAsync(Address(monthsBefore: number % 3))));
        }

        var answers = await Task.WhenAll(coordinators.Select(one => PublishAsync(one.Who, one.Page, "")));

        Assert.Equal(1, answers.Count(answer => answer.StatusCode is HttpStatusCode.Redirect));
        Assert.Equal(5, answers.Count(answer => answer.StatusCode is HttpStatusCode.Conflict));
        Assert.Single(await nodes[0].ReadAsync<PublicReport>(_ => true));
        Assert.Contains("couvre déjà ces mois", (await coordinators[0].Who.Browser.GetPageAsync(Address())).QuerySelector("main")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_period_that_is_none_is_said_and_publishes_nothing()
    {
        await using var installation = await Installation.CreateAsync(Engine.Sqlite, postgres);
        var node = Start(installation);
        var coordinator = await node.SignInAsync((Role.Coordinator, new Scope.Territory("DEP-29")));

        foreach (var (from, to) in new[] { (_month, _month.AddMonths(-1)), (_month.AddMonths(1), _month.AddMonths(1)), (_month.AddYears(-5), _month) })
        {
            var page = await coordinator.Browser.GetPageAsync($"/pilotage/bilans?de={MonthText.Write(from)}&a={MonthText.Write(to)}");
            Assert.Contains("ne vient pas après", page.QuerySelector("main .govuk-error-message")!.TextContent, StringComparison.Ordinal);
            Assert.Null(page.QuerySelector("main textarea"));
        }

        var empty = await coordinator.Browser.GetPageAsync("/pilotage/bilans");
        Assert.Contains("Aucun besoin publié", empty.QuerySelector("main .rs-empty")!.TextContent, StringComparison.Ordinal);
        Assert.Null(empty.QuerySelector("main textarea"));
        Assert.Empty(await node.ReadAsync<PublicReport>(_ => true));
    }

    private Node Start(Installation installation) => installation.AddNode(services => services.Replace(ServiceDescriptor.Singleton<TimeProvider>(_clock)));

    private string Address(int monthsBefore = 0) => $"/pilotage/bilans?territoire=territory:DEP-29&de={MonthText.Write(_month.AddMonths(-monthsBefore))}&a={MonthText.Write(_month)}";

    private static Task<HttpResponseMessage> PublishAsync(SignedIn who, IHtmlDocument page, string foreword) =>
        who.Browser.SubmitAsync(page, "/pilotage/bilans?handler=Publish", ("Form.Foreword", foreword));

    private static async Task<HttpStatusCode> WithdrawAsync(SignedIn who, Guid report)
    {
        var page = await who.Browser.GetPageAsync("/pilotage/bilans");
        var token = ((IHtmlInputElement)page.QuerySelector("input[name=__RequestVerificationToken]")!).Value;
        using var form = new FormUrlEncodedContent([new("id", report.ToString()), new("__RequestVerificationToken", token)]);
        return (await who.Browser.PostAsync(new Uri("/pilotage/bilans?handler=Withdraw", UriKind.Relative), form, Stop)).StatusCode;
    }

    private static string[][] Rows(IHtmlDocument page) =>
        [.. page.QuerySelector("main table")!.QuerySelectorAll("tbody tr").Select(row => row.Children.Select(cell => cell.TextContent).ToArray())];

    /// <summary>
    /// Ten places for nurses: eight people hold nine of them, one twice. Eight for care assistants, seven people. Three for
    /// doctors, three people. Of the month after and of another department: nothing of it counts.
    /// </summary>
    private async Task LiveAsync(Node node)
    {
        _clock.Set(new DateTimeOffset(_month, new TimeOnly(8, 0), TimeSpan.Zero));
        var start = _clock.GetUtcNow().AddDays(3);
        await TakeAsync(node, ReinforcementWorld.NewNeed(8, start), people: 7);
        await TakeAsync(node, ReinforcementWorld.NewNeed(8, start, cell: "care-assistant.intensive-care"), people: 7);
        await TakeAsync(node, ReinforcementWorld.NewNeed(3, start, cell: "physician.emergency"), people: 3);
        var twice = await node.AskOneAsync([Published(ReinforcementWorld.NewNeed(1, start.AddDays(1))), Published(ReinforcementWorld.NewNeed(1, start.AddDays(3)))]);
        foreach (var offer in twice)
        {
            await AcceptAsync(node, offer.Id);
        }

        await TakeAsync(node, ReinforcementWorld.NewNeed(7, start, commune: "35238", hospital: Finess.Stored("350000022")), people: 7);
        await TakeAsync(node, ReinforcementWorld.NewNeed(7, start.AddMonths(1)), people: 7);
        _clock.Set(new DateTimeOffset(_month.AddMonths(1), new TimeOnly(12, 0), TimeSpan.Zero).AddDays(9));
    }

    private async Task TakeAsync(Node node, Need need, int people)
    {
        var (_, offers) = await node.AskAsync(Published(need), people);
        foreach (var offer in offers)
        {
            await AcceptAsync(node, offer.Id);
        }
    }

    private static async Task AcceptAsync(Node node, Relais.Reinforcement.Contracts.OfferId offer) =>
        Assert.IsType<AnswerResult.Done>(await node.WithAsync((Answering answering) => answering.AcceptAsync(offer, version: null, Stop)));

    private Need Published(Need need)
    {
        need.PublishedAt = _clock.GetUtcNow().AddHours(-2);
        return need;
    }
}
