using System.Globalization;
using AngleSharp.Dom;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Relais.Accounts.Contracts;
using Relais.Kernel.Data;
using Relais.Kernel.Identifiers;
using Relais.Kernel.Time;
using Relais.Reinforcement.Answers;
using Relais.Reinforcement.Needs;
using Relais.Territory.Contracts;
using Relais.Tests.Infrastructure;
using Node = Relais.Tests.Infrastructure.Node;

namespace Relais.Tests.Reinforcement.Figures;

/// <summary>Places asked for and filled, and how soon somebody says yes: counted by hand beside what the pages tell.</summary>
public sealed class FigureTests(PostgresServer postgres)
{
    private static readonly CancellationToken Stop = TestContext.Current.CancellationToken;

    private readonly SettableClock _clock = new();

    [Theory, OnEveryEngine]
    public async Task The_pages_tell_what_was_lived_and_the_files_the_same(Engine engine)
    {
        await using var installation = await Installation.CreateAsync(engine, postgres);
        var node = installation.AddNode(services => services.Replace(ServiceDescriptor.Singleton<TimeProvider>(_clock)));
        await node.WithAsync(async (IServiceProvider services) =>
        {
            services.GetRequiredService<IFacilities>().Record(new NewFacility(ReinforcementWorld.Hospital, null, "Centre hospitalier de Carhaix", CommuneCode.Stored("29024"), "355", null, null, "test"));
            await services.GetRequiredService<RelaisDb>().SaveChangesAsync(Stop);
            return true;
        });
        await LiveAsync(node);
        var coordinator = await node.SignInAsync((Role.Coordinator, new Scope.Territory("DEP-29")));
        var manager = await node.SignInAsync((Role.FacilityManager, new Scope.Facility(ReinforcementWorld.Hospital.Value)));

        var page = await coordinator.Browser.GetPageAsync("/pilotage?semaines=4");
        Assert.Equal(["6", "33 %", "2 h 00"], page.QuerySelectorAll("main .rs-kpi__value").Select(value => value.TextContent.Replace('\u00A0', ' ')));
        Assert.Equal("2 / 6", page.QuerySelector("main .rs-kpi__note")!.TextContent);
        Assert.Equal("1 / 1", page.QuerySelectorAll("main .rs-bars__figure")[1].TextContent);

        // Four weeks end with the next one: this one is the third.
        Assert.Equal([0, 0, 2, 0], Heights(page, part: 1));
        Assert.Equal([0, 0, 0, 4], Heights(page, part: 2));
        var weeks = await CsvAsync(coordinator, page, "semaines");
        Assert.Equal(5, weeks.Count);
        Assert.EndsWith(";2;2;0;2", weeks[3], StringComparison.Ordinal);
        Assert.EndsWith(";4;0;4;2", weeks[4], StringComparison.Ordinal);
        Assert.StartsWith("Infirmier;5;1;4;", (await CsvAsync(coordinator, page, "metiers"))[1], StringComparison.Ordinal);

        var doctors = await coordinator.Browser.GetPageAsync("/pilotage?semaines=4&metier=physician");
        Assert.Equal("1 / 1", doctors.QuerySelector("main .rs-kpi__note")!.TextContent);
        Assert.Equal(2, (await CsvAsync(coordinator, doctors, "metiers")).Count);

        // The other hospital is not this manager's.
        var facility = await manager.Browser.GetPageAsync($"/etablissements/{ReinforcementWorld.Hospital}/pilotage?semaines=4");
        Assert.Equal("1 / 5", facility.QuerySelector("main .rs-kpi__note")!.TextContent);
    }

    [Theory, OnEveryEngine]
    public async Task Where_nothing_was_asked_for_the_page_says_so(Engine engine)
    {
        await using var installation = await Installation.CreateAsync(engine, postgres);
        var node = installation.AddNode();
        var coordinator = await node.SignInAsync((Role.Coordinator, new Scope.Territory("DEP-29")));

        var page = await coordinator.Browser.GetPageAsync("/pilotage?semaines=beaucoup&metier=licorne");

        Assert.Contains("Aucun besoin publié", page.QuerySelector("main .rs-empty")!.TextContent, StringComparison.Ordinal);
        Assert.Null(page.QuerySelector("main svg"));
    }

    /// <summary>This week: a nurse after one hour, a doctor after three. Next week: four places, one promised and given back. One need cancelled, one long ago, one in another department.</summary>
    private async Task LiveAsync(Node node)
    {
        var wednesday = _clock.GetUtcNow().UtcDateTime.Date.AddDays(1);
        while (wednesday.DayOfWeek is not DayOfWeek.Wednesday)
        {
            wednesday = wednesday.AddDays(1);
        }

        _clock.Set(new DateTimeOffset(wednesday.AddHours(11), TimeSpan.Zero));
        var now = _clock.GetUtcNow();
        await TakeAsync(node, Published(ReinforcementWorld.NewNeed(1, now.AddHours(30)), now), afterHours: 1);
        await TakeAsync(node, Published(ReinforcementWorld.NewNeed(1, now.AddHours(50), cell: "physician.emergency", hospital: Finess.Stored("290000025")), _clock.GetUtcNow()), afterHours: 3);
        var given = await TakeAsync(node, Published(ReinforcementWorld.NewNeed(4, now.AddDays(7)), _clock.GetUtcNow()), afterHours: 2);
        await node.WithAsync((Answering answering) => answering.WithdrawAsync(given, note: null, Stop));
        var cancelled = ReinforcementWorld.NewNeed(9, now.AddDays(2));
        cancelled.State = NeedState.Cancelled;
        await node.AskAsync(Published(cancelled, now), people: 1);
        await node.AskAsync(Published(ReinforcementWorld.NewNeed(9, now.AddDays(-60)), now.AddDays(-61)), people: 1);
        await node.AskAsync(Published(ReinforcementWorld.NewNeed(9, now.AddDays(2), commune: "35238", hospital: Finess.Stored("350000022")), now), people: 1);
    }

    private async Task<Relais.Reinforcement.Contracts.OfferId> TakeAsync(Node node, Need need, int afterHours)
    {
        var (_, offers) = await node.AskAsync(need, people: 1);
        _clock.Set(_clock.GetUtcNow().AddHours(afterHours));
        Assert.IsType<AnswerResult.Done>(await node.WithAsync((Answering answering) => answering.AcceptAsync(offers[0].Id, version: null, Stop)));
        return offers[0].Id;
    }

    private static Need Published(Need need, DateTimeOffset at)
    {
        need.PublishedAt = at;
        return need;
    }

    /// <summary>How high each column of the first chart is, in places.</summary>
    private static List<int> Heights(IDocument page, int part)
    {
        var chart = page.QuerySelector("main svg[role=img]")!;
        var lines = chart.QuerySelectorAll("line").Select(line => Number(line, "y1")).ToList();
        var top = int.Parse(chart.QuerySelectorAll("text")[lines.Count - 1].TextContent, CultureInfo.InvariantCulture);
        return [.. chart.QuerySelectorAll($"rect.rs-chart__part--{part}").Select(column => (int)Math.Round(Number(column, "height") / (lines[0] - lines[^1]) * top))];
    }

    private static double Number(IElement element, string attribute) => double.Parse(element.GetAttribute(attribute)!, CultureInfo.InvariantCulture);

    private static async Task<List<string>> CsvAsync(SignedIn who, IDocument page, string table)
    {
        var link = page.QuerySelector($"main a[href*='tableau={table}'][href*='format=csv']")!.GetAttribute("href")!;
        return [.. (await who.Browser.GetStringAsync(new Uri(link, UriKind.Relative), Stop)).TrimStart('\uFEFF').Split("\r\n", StringSplitOptions.RemoveEmptyEntries)];
    }
}
