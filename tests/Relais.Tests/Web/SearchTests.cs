using System.Net;
using AngleSharp.Html.Dom;
using Microsoft.Extensions.DependencyInjection;
using Relais.Accounts.Contracts;
using Relais.Kernel.Data;
using Relais.Kernel.Identifiers;
using Relais.Reinforcement.Needs;
using Relais.Tests.Infrastructure;
using Relais.Tests.Reinforcement;
using Relais.Territory.Contracts;

namespace Relais.Tests.Web;

public sealed class SearchTests(PostgresServer postgres)
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Theory, OnEveryEngine]
    public async Task Everybody_finds_what_they_may_open_by_room_and_nothing_else(Engine engine)
    {
        await using var installation = await Installation.CreateAsync(engine, postgres);
        var node = installation.AddNode();
        var need = await AddNeedAsync(node);
        var (carhaix, elsewhere) = (await EpciOfAsync(node, "29024"), await EpciOfAsync(node, "56066"));
        var (facility, urgent) = ($"/etablissements/{ReinforcementWorld.Hospital.Value}", $"/besoins/{need.Id}");

        Assert.Equal([$"/territoires/{carhaix}"], await FindAsync(node.Visitor(), "poher communaute"));
        Assert.Equal($"/territoires/{carhaix}", (await FindAsync(node.Visitor(), "Carhais"))[0]);
        Assert.Equal([], await FindAsync(node.Visitor(), "Hôpital de l’Essai"));
        Assert.Equal([facility, urgent], await FindAsync(await BrowserAsync(node, Role.Coordinator, new Scope.Territory(carhaix)), "hopital de l’ESSAI"));
        Assert.Equal([facility, urgent], await FindAsync(await BrowserAsync(node, Role.FacilityManager, new Scope.Facility(ReinforcementWorld.Hospital.Value)), "hopital de l’essai"));
        Assert.Equal([], await FindAsync(await BrowserAsync(node, Role.Coordinator, new Scope.Territory(elsewhere)), "hopital de l’essai"));
        Assert.Equal([], await FindAsync((await node.SignInVolunteerAsync()).Browser, "hopital de l’essai"));
        Assert.Equal([urgent], await FindAsync(await BrowserAsync(node, Role.Coordinator, new Scope.Territory(carhaix)), "réanimation maladie"));
    }

    [Theory, OnEveryEngine]
    public async Task Administrators_alone_find_people(Engine engine)
    {
        await using var installation = await Installation.CreateAsync(engine, postgres);
        var node = installation.AddNode();
        var admin = await node.SignInAsync((Role.Administrator, Scope.National));

        Assert.Contains($"/administration/comptes/{admin.Person}", await FindAsync(admin.Browser, "camille le goff"));
        Assert.Equal([], await FindAsync((await node.SignInAsync()).Browser, "camille le goff"));
    }

    [Fact]
    public async Task What_is_found_opens()
    {
        await using var installation = await Installation.CreateAsync(Engine.Sqlite, postgres);
        var node = installation.AddNode();
        await AddNeedAsync(node);
        var browser = await BrowserAsync(node, Role.Coordinator, new Scope.Territory(await EpciOfAsync(node, "29024")));

        var found = await FindAsync(browser, "hôpital de l’essai");
        Assert.Equal(2, found.Count);
        foreach (var url in found)
        {
            Assert.Equal(HttpStatusCode.OK, await browser.StatusOf(url));
        }
    }

    [Fact]
    public async Task Too_short_or_too_long_is_told_and_so_is_finding_nothing()
    {
        await using var installation = await Installation.CreateAsync(Engine.Sqlite, postgres);
        var visitor = installation.AddNode().Visitor();

        var (none, shorter, longer, nothing) = (
            await PageAsync(visitor, ""), await PageAsync(visitor, "é"), await PageAsync(visitor, new string('a', 101)), await PageAsync(visitor, "🚑🚑"));

        Assert.Null(none.QuerySelector(".rs-empty, .govuk-error-summary"));
        Assert.Contains("au moins deux caractères", shorter.QuerySelector(".govuk-error-summary")!.TextContent, StringComparison.Ordinal);
        Assert.Equal("é", shorter.QuerySelector("main input[type=search]")!.GetAttribute("value"));
        Assert.Contains("100 caractères au plus", longer.QuerySelector(".govuk-error-summary")!.TextContent, StringComparison.Ordinal);
        Assert.NotNull(nothing.QuerySelector(".rs-empty"));
    }

    private static async Task<Need> AddNeedAsync(Node node)
    {
        await using var scope = node.Services.CreateAsyncScope();
        scope.ServiceProvider.GetRequiredService<IFacilities>().Record(new NewFacility(
            ReinforcementWorld.Hospital, Entity: null, "Hôpital de l’Essai", CommuneCode.Stored("29024"), "355", Address: null, Phone: null, "test"));
        await scope.ServiceProvider.GetRequiredService<RelaisDb>().SaveChangesAsync(Cancellation);
        return (await node.AskAsync(ReinforcementWorld.NewNeed(1, ReinforcementWorld.Night()), people: 0)).Need;
    }

    private static async Task<string> EpciOfAsync(Node node, string commune) =>
        (await node.Services.GetRequiredService<ICommunes>().GetAsync(Cancellation)).Find(CommuneCode.Stored(commune))!.Epci!.Value;

    private static async Task<HttpClient> BrowserAsync(Node node, Role role, Scope scope) => (await node.SignInAsync((role, scope))).Browser;

    private static Task<IHtmlDocument> PageAsync(HttpClient browser, string words) => browser.GetPageAsync($"/recherche?q={Uri.EscapeDataString(words)}");

    private static async Task<List<string>> FindAsync(HttpClient browser, string words) =>
        [.. (await PageAsync(browser, words)).QuerySelectorAll("main section a").Select(link => link.GetAttribute("href")!)];
}
