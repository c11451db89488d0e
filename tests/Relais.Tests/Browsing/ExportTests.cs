using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.RazorPages.Infrastructure;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Relais.Accounts.Contracts;
using Relais.Accounts.People;
using Relais.Accounts.Rights;
using Relais.Design.Files;
using Relais.Kernel.Journal;
using Relais.Tests.Infrastructure;

namespace Relais.Tests.Browsing;

/// <summary>Every table that somebody works with can be taken away as a file, with the rights of its page and its filters.</summary>
public sealed class ExportTests
{
    private const string Links = "main a[download][href*='format=']";

    /// <summary>Tables without files, each with its reason.</summary>
    private static readonly IReadOnlyDictionary<string, string> Without = new Dictionary<string, string>(StringComparer.Ordinal)
    {
        ["Relais.Accounts/Installing/InstallationPage.cshtml"] = "a light: what became of one’s own last test messages",
        ["Relais.Missions/Statement/StatementPage.cshtml"] = "has files of its own, a paper among them",
        ["Relais.Reinforcement/Facility/_NeedTable.cshtml"] = "FacilityHome, which draws it, offers the file of each",
        ["Relais.Web/Help/Components.cshtml"] = "an example",
        ["Relais.Web/Legal/Privacy.cshtml"] = "an explanation",
        ["Relais.Web/Mailbox/List.cshtml"] = "letters of the demonstration or of an exercise: nobody works with the list",
    };

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public void Every_table_offers_its_files_or_says_why_not()
    {
        var source = Path.Combine(Repository.Root, "src");
        var silent = Directory.GetFiles(source, "*.cshtml", SearchOption.AllDirectories)
            .Where(file => File.ReadAllText(file) is var text && (text.Contains("<rs-table", StringComparison.Ordinal) || text.Contains("\"rs-table\"", StringComparison.Ordinal))
                && !text.Contains("<rs-exports", StringComparison.Ordinal))
            .Select(file => Path.GetRelativePath(source, file).Replace('\\', '/'));

        Assert.Equal(Without.Keys.Order(StringComparer.Ordinal), silent.Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task Every_file_holds_the_rows_of_its_table_and_opens_only_where_its_page_does()
    {
        await using var installation = await Installation.CreateDemonstratedAsync();
        var node = installation.AddNode(configure: null, ("Demonstration", "true"));
        HttpClient[] others = [node.Visitor(), (await node.SignInAsync()).Browser, (await node.SignInAsync((Role.FacilityManager, new Scope.Facility("970400024")))).Browser];
        var wrong = new List<string>();
        var taken = new HashSet<string>(StringComparer.Ordinal);

        foreach (var visit in await new PageTable(node).ReadAsync(everyRole: true))
        {
            var browser = visit.Member?.Browser ?? node.Visitor();
            using var answer = await browser.GetAsync(new Uri(visit.Url, UriKind.Relative), Cancellation);
            var page = await answer.ReadPageAsync();
            foreach (var link in page.QuerySelectorAll(Links))
            {
                var address = link.GetAttribute("href")!;
                if (await FaultAsync(browser, page, link, address) is { } fault)
                {
                    wrong.Add($"{address} [{visit.Role}]: {fault}");
                }

                foreach (var other in taken.Add(address) ? others : [])
                {
                    if (await other.StatusOf(visit.Url) is var asPage && await other.StatusOf(address) is var asFile && asPage != asFile)
                    {
                        wrong.Add($"{address}: answers {asFile} to others, its page {asPage}");
                    }
                }
            }
        }

        Assert.Equal([], wrong);
        Assert.True(taken.Count > 40, $"only {taken.Count} files were found: {string.Join(", ", taken)}");
    }

    [Fact]
    public async Task Taking_a_file_that_names_people_is_noted_as_opening_its_page()
    {
        await using var installation = await Installation.CreateDemonstratedAsync();
        var node = installation.AddNode(configure: null, ("Demonstration", "true"));
        var people = await node.ReadAsync<Person>(_ => true);
        var (table, loader) = (new PageTable(node), node.Services.GetRequiredService<PageLoader>());
        var (silent, noted) = (new List<string>(), 0);

        foreach (var endpoint in node.Services.GetRequiredService<EndpointDataSource>().Endpoints.OfType<RouteEndpoint>())
        {
            if (endpoint.Metadata.GetMetadata<PageActionDescriptor>() is not { } page
                || (await loader.LoadAsync(page, endpoint.Metadata)).ModelTypeInfo is not { } model
                || !model.IsAssignableTo(typeof(IShowsPeople)) || !model.IsAssignableTo(typeof(IHasTables)))
            {
                continue;
            }

            var rule = node.Services.GetRequiredService<AccessTable>().Rules.Single(rule => rule.Method is "GET" && rule.Route == AccessTable.RouteOf(endpoint));
            foreach (var visit in await table.VisitsAsync(rule, everyRole: false))
            {
                foreach (var link in (await visit.Member!.Browser.GetPageAsync(visit.Url)).QuerySelectorAll($"{Links}[href*='format=csv']"))
                {
                    var reader = await table.SomebodyNewAsync(rule);
                    var text = await reader.Browser.GetStringAsync(new Uri(link.GetAttribute("href")!, UriKind.Relative), Cancellation);
                    var read = (await node.ReadAsync<JournalEntry>(entry => entry.AccountId == reader.Account.Value && entry.SubjectKind == "person"))
                        .Select(entry => entry.SubjectId).ToHashSet(StringComparer.Ordinal);
                    var named = people.Where(person => text.Contains(person.FullName, StringComparison.Ordinal)).Select(person => person.FullName).Distinct().ToList();
                    noted += named.Count;
                    silent.AddRange(named.Where(name => !people.Any(person => person.FullName == name && read.Contains(person.Id.ToString())))
                        .Select(name => $"{link.GetAttribute("href")} names {name}"));
                }
            }
        }

        Assert.Equal([], silent);
        Assert.True(noted > 5, $"only {noted} names were met");
    }

    private static async Task<string?> FaultAsync(HttpClient browser, IHtmlDocument page, IElement link, string address)
    {
        if (await ReadFile.GetAsync(browser, address) is not { } file)
        {
            return "is not a file of its sort";
        }

        if (file.Head is [] || file.Head.Any(string.IsNullOrWhiteSpace) || file.Rows.Any(row => row.Count != file.Head.Count))
        {
            return $"has the columns « {string.Join(" | ", file.Head)} »";
        }

        // A list in another dress has no rows to count, but something stood there.
        var table = link.ParentElement!.PreviousElementSibling is { ClassName: "rs-table" } before ? before : null;
        var shown = table?.QuerySelectorAll("tbody tr").Length ?? 1;
        var isWhole = table is not null && page.QuerySelector("main .govuk-pagination, main a[href*='avant=']") is null;
        return file.Rows.Count < shown || (isWhole && file.Rows.Count > shown) ? $"has {file.Rows.Count} rows, the page {shown}" : null;
    }
}
