using AngleSharp.Html.Dom;
using Microsoft.EntityFrameworkCore;
using Relais.Accounts.Contracts;
using Relais.Kernel.Data;
using Relais.Kernel.Identifiers;
using Relais.Kernel.Journal;
using Relais.Territory.Contracts;
using Relais.Territory.Drawing;
using Relais.Territory.Territories;
using Relais.Tests.Infrastructure;
using Relais.Tests.Observatory;

namespace Relais.Tests.Territory;

/// <summary>A set of communes becomes a territory with a name and days, by those who answer for where it lies.</summary>
public sealed class SavedTerritoryTests(PostgresServer postgres)
{
    private const string RoiMorvan = "245614417";
    private const string Save = SaveModel.Address;

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Theory, OnEveryEngine]
    public async Task A_coordinator_saves_a_territory_changes_its_list_from_a_day_on_and_everybody_reads_both(Engine engine)
    {
        await using var installation = await Installation.CreateAsync(engine, postgres);
        var node = installation.AddNode();
        var coordinator = await node.SignInAsync((Role.Coordinator, new Scope.Territory("REG-53")));
        var visitor = node.CreateClient();

        var form = await coordinator.Browser.GetPageAsync($"{Save}?territoires={RoiMorvan}+29018");
        var saved = await coordinator.Browser.SubmitAsync(form, Save, Fields("Pays de l’essai d’à côté", "Pays", "2025-01-01"));
        const string Code = "PAYS-DE-L-ESSAI-D-A-COTE";
        Assert.Equal($"/territoires/{Code}/versions", saved.Headers.Location?.OriginalString);

        var change = await coordinator.Browser.GetPageAsync($"{Save}?territoires={RoiMorvan}+~56066&de={Code}");
        Assert.Contains("0 commune entre, 2 sortent", change.Flat(), StringComparison.Ordinal);
        await coordinator.Browser.SubmitAsync(change, Save, ("Form.From", "2026-06-01"), ("Form.Reason", "Deux communes sont parties"));

        var history = await visitor.GetPageAsync($"/territoires/{Code}/versions");
        Assert.Contains("du 01/01/2025 au 31/05/2026", history.Flat(), StringComparison.Ordinal);
        Assert.Contains("Sortent : Brennilis, Gourin.", history.Flat(), StringComparison.Ordinal);
        Assert.Empty(history.QuerySelectorAll("main form"));

        // The observatory looks at it by its name, today and as of a day.
        Assert.Equal("Pays de l’essai d’à côté", (await visitor.GetPageAsync("/observatoire?territoires=pays+de+l%E2%80%99essai")).QuerySelector("h1")!.TextContent);
        Assert.Equal(20, (await visitor.GetPageAsync($"/observatoire?territoires={Code}")).QuerySelectorAll("svg.rs-map a").Length);
        var before = await visitor.GetPageAsync($"/observatoire?territoires={Code}&le=2025-06-01");
        Assert.Equal(22, before.QuerySelectorAll("svg.rs-map a").Length);
        Assert.Contains("au 01/06/2025", before.QuerySelector("h1")!.TextContent.Flat(), StringComparison.Ordinal);
        Assert.Contains((await visitor.GetPageAsync("/observatoire")).QuerySelectorAll("main a"), link => link.GetAttribute("href") is $"/observatoire?territoires={Code}");

        var entries = await node.ReadAsync<JournalEntry>(entry => entry.SubjectKind == "territory");
        Assert.Equal([("territory.drawn", Code, "2025-01-01 22"), ("territory.redrawn", Code, "2026-06-01 20")], entries.OrderBy(entry => entry.Action, StringComparer.Ordinal).Select(entry => (entry.Action, entry.SubjectId, entry.Detail!)));
        Assert.All(entries, entry => Assert.Equal(coordinator.Account.Value, entry.AccountId));
    }

    [Theory, OnEveryEngine]
    public async Task A_mistake_is_taken_back_for_a_week_and_a_territory_that_ends_keeps_its_past(Engine engine)
    {
        await using var installation = await Installation.CreateAsync(engine, postgres);
        var node = installation.AddNode();
        var coordinator = await node.SignInAsync((Role.Coordinator, new Scope.Territory("REG-53")));
        await SaveAsync(coordinator, RoiMorvan, "Pays d’essai", "2025-01-01");
        const string Page = "/territoires/PAYS-D-ESSAI/versions";
        var change = await coordinator.Browser.GetPageAsync($"{Save}?territoires=29018&de=PAYS-D-ESSAI");
        await coordinator.Browser.SubmitAsync(change, Save, ("Form.From", "2026-01-01"), ("Form.Reason", "Erreur"));

        // Taken back: the list before holds again, without end.
        await coordinator.Browser.SubmitAsync(await coordinator.Browser.GetPageAsync(Page), $"{Page}?handler=Undo", []);
        var version = Assert.Single(await VersionsAsync(node));
        Assert.Equal((new DateOnly(2025, 1, 1), null), (version.ValidFrom, version.ValidTo));

        var missing = await (await coordinator.Browser.SubmitAsync(await coordinator.Browser.GetPageAsync(Page), $"{Page}?handler=End", ("Form.Day", "2026-09-01"), ("Form.Reason", ""))).ReadPageAsync();
        Assert.Contains("Dites pourquoi", missing.QuerySelector(".govuk-error-summary")!.TextContent, StringComparison.Ordinal);
        Assert.Equal("2026-09-01", missing.QuerySelector("input[name='Form.Day']")!.GetAttribute("value"));
        await coordinator.Browser.SubmitAsync(missing, $"{Page}?handler=End", ("Form.Day", "2026-09-01"), ("Form.Reason", "Dissous"));
        Assert.Equal(new DateOnly(2026, 9, 1), Assert.Single(await VersionsAsync(node)).ValidTo);
        Assert.Contains("Dissous", (await node.CreateClient().GetPageAsync(Page)).Flat(), StringComparison.Ordinal);
        await node.WithAsync(async (ITerritories territories) =>
        {
            Assert.Null(await territories.FindAsync(TerritoryCode.Stored("PAYS-D-ESSAI"), Stop, new DateOnly(2026, 9, 1)));
            Assert.NotNull(await territories.FindAsync(TerritoryCode.Stored("PAYS-D-ESSAI"), Stop, new DateOnly(2026, 8, 31)));
            return true;
        });

        await coordinator.Browser.SubmitAsync(await coordinator.Browser.GetPageAsync(Page), $"{Page}?handler=Undo", []);
        Assert.Null(Assert.Single(await VersionsAsync(node)).ValidTo);

        // Once it has been read and used for a week it cannot be made undone.
        var fresh = await coordinator.Browser.GetPageAsync(Page);
        await node.WithDbAsync(db => db.Set<TerritoryVersion>().Where(one => one.Kind == TerritoryKind.Pays)
            .ExecuteUpdateAsync(update => update.SetProperty(one => one.DrawnAt, DateTimeOffset.UnixEpoch), Stop));
        Assert.Null((await coordinator.Browser.GetPageAsync(Page)).QuerySelector("button[formaction*=Undo]"));
        await coordinator.Browser.SubmitAsync(fresh, $"{Page}?handler=Undo", []);
        Assert.Single(await VersionsAsync(node));
    }

    [Fact]
    public async Task Nobody_draws_outside_the_territory_that_they_coordinate()
    {
        await using var installation = await Installation.CreateAsync(Engine.Sqlite, postgres);
        var node = installation.AddNode();
        var national = await node.SignInAsync((Role.NationalCrisisCentre, Scope.National));
        var finistere = await node.SignInAsync((Role.Coordinator, new Scope.Territory("DEP-29")));
        await SaveAsync(national, "29018+56066", "Réseau des deux", "2025-01-01", "Network");

        var refused = await SaveAsync(finistere, "29018+56066", "Trop loin", "2025-01-01");
        Assert.Contains("hors des territoires que vous coordonnez", refused.QuerySelector(".govuk-error-summary")!.TextContent, StringComparison.Ordinal);
        Assert.Equal("Trop loin", refused.QuerySelector("input[name='Form.Name']")!.GetAttribute("value"));

        // A territory that reaches beyond theirs is not theirs to change, even to make it smaller.
        const string Page = "/territoires/RESEAU-DES-DEUX/versions";
        Assert.Empty((await finistere.Browser.GetPageAsync(Page)).QuerySelectorAll("main form"));
        var form = await finistere.Browser.GetPageAsync($"{Save}?territoires=29018&de=RESEAU-DES-DEUX");
        var smaller = await (await finistere.Browser.SubmitAsync(form, Save, ("Form.From", "2026-01-01"), ("Form.Reason", "Plus petit"))).ReadPageAsync();
        Assert.Contains("hors des territoires que vous coordonnez", smaller.QuerySelector(".govuk-error-summary")!.TextContent, StringComparison.Ordinal);

        // Over the network itself they may leave communes out, and reach no further.
        var holder = await node.SignInAsync((Role.Coordinator, new Scope.Territory("RESEAU-DES-DEUX")));
        var wider = await holder.Browser.GetPageAsync($"{Save}?territoires=29018+56066+35238&de=RESEAU-DES-DEUX");
        var widened = await (await holder.Browser.SubmitAsync(wider, Save, ("Form.From", "2026-01-01"), ("Form.Reason", "Plus grand"))).ReadPageAsync();
        Assert.Contains("hors des territoires", widened.QuerySelector(".govuk-error-summary")!.TextContent, StringComparison.Ordinal);
        Assert.Contains("1 personne tient un rôle", (await national.Browser.GetPageAsync(Page)).Flat(), StringComparison.Ordinal);
        Assert.Single(await VersionsAsync(node));
    }

    [Fact]
    public async Task A_form_that_cannot_be_saved_says_why_beside_each_field()
    {
        await using var installation = await Installation.CreateAsync(Engine.Sqlite, postgres);
        var node = installation.AddNode();
        var national = await node.SignInAsync((Role.Administrator, Scope.National));

        var empty = await national.Browser.GetPageAsync($"{Save}?territoires={RoiMorvan}");
        var refused = await (await national.Browser.SubmitAsync(empty, Save, ("Form.Name", ""), ("Form.Kind", ""), ("Form.From", "1850-01-01"), ("Form.Source", ""))).ReadPageAsync();
        Assert.Equal(4, refused.QuerySelectorAll(".govuk-error-summary li").Length);
        Assert.Contains("Choisissez d’abord les communes", (await national.Browser.GetPageAsync(Save)).Flat(), StringComparison.Ordinal);

        await SaveAsync(national, RoiMorvan, "Bassin d’essai", "2026-01-01", "Basin");
        foreach (var (set, day, expected) in new[] { (RoiMorvan, "2026-02-01", "déjà celle qui est en vigueur"), ("29018", "2026-01-01", "plus tard que le début") })
        {
            var form = await national.Browser.GetPageAsync($"{Save}?territoires={set}&de=BASSIN-D-ESSAI");
            var page = await (await national.Browser.SubmitAsync(form, Save, ("Form.From", day), ("Form.Reason", "Essai"))).ReadPageAsync();
            Assert.Contains(expected, page.QuerySelector(".govuk-error-summary")!.TextContent, StringComparison.Ordinal);
        }
    }

    [Theory, OnEveryEngine]
    public async Task Two_territories_of_one_name_that_are_saved_at_once_get_two_codes(Engine engine)
    {
        await using var installation = await Installation.CreateAsync(engine, postgres);
        var nodes = installation.AddTwoNodes();
        var people = new List<SignedIn>();
        foreach (var node in nodes)
        {
            people.Add(await node.SignInAsync((Role.Administrator, Scope.National)));
        }

        await Task.WhenAll(people.Select((one, rank) => SaveAsync(one, rank is 0 ? "29018" : "56066", "Pays jumeau", $"202{5 + rank}-01-01")));

        var versions = await VersionsAsync(nodes[0]);
        Assert.Equal(["PAYS-JUMEAU", "PAYS-JUMEAU-2"], versions.Select(version => version.Code.Value).Order(StringComparer.Ordinal));
        Assert.All(versions, version => Assert.Null(version.ValidTo));
    }

    private static (string Name, string Value)[] Fields(string name, string kind, string from) =>
        [("Form.Name", name), ("Form.Kind", kind), ("Form.From", from), ("Form.Source", "Délibération d’essai")];

    private static async Task<IHtmlDocument> SaveAsync(SignedIn who, string set, string name, string from, string kind = "Pays")
    {
        var form = await who.Browser.GetPageAsync($"{Save}?territoires={set}");
        return await (await who.Browser.SubmitAsync(form, Save, Fields(name, kind, from))).ReadPageAsync();
    }

    private static Task<List<TerritoryVersion>> VersionsAsync(Node node) =>
        node.ReadAsync<TerritoryVersion>(version => version.Kind == TerritoryKind.Pays || version.Kind == TerritoryKind.Basin || version.Kind == TerritoryKind.Network);
}
