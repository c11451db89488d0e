using System.Net;
using Microsoft.Extensions.DependencyInjection;
using Relais.Accounts.Contracts;
using Relais.Accounts.Installing;
using Relais.Accounts.People;
using Relais.Accounts.Rights;
using Relais.Accounts.SignIn;
using Relais.Kernel.Data;
using Relais.Kernel.Messages;
using Relais.Kernel.Time;
using Relais.Tests.Browsing;
using Relais.Tests.Infrastructure;
using Relais.Tests.Messages;

namespace Relais.Tests.Accounts;

public sealed class FirstAdministratorTests(PostgresServer postgres, Browser browser)
{
    private const string Password = "lampe girafe orage velo";

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Theory, OnEveryEngine]
    public async Task The_link_makes_one_administrator_who_is_signed_in_and_gets_a_test_message(Engine engine)
    {
        var letters = Directory.CreateTempSubdirectory("relais-letters-");
        await using var installation = await Installation.CreateAsync(engine, postgres);
        var node = installation.AddNode(configure: null, ("Mail:Folder", letters.FullName));
        var url = await InviteAsync(node);
        Assert.NotNull(url);
        var visitor = node.Visitor();

        var answer = await AnswerAsync(visitor, url);

        Assert.Equal("/administration/installation", answer.Headers.Location?.OriginalString);
        var page = await visitor.GetPageAsync("/administration/installation");
        Assert.Contains("Essai", page.Body!.TextContent, StringComparison.Ordinal);
        await Eventually.TrueAsync(async () => (await node.MessagesAsync()).TrueForAll(message => message.State is MessageState.Sent), "the messages were not sent");
        Assert.Contains(await node.MessagesAsync(), message => message.Template == TestMessage.Template);
        Assert.Equal(2, letters.GetFiles("*.eml").Length);

        await visitor.SubmitAsync(page, "/administration/installation");
        Assert.Equal(3, (await node.MessagesAsync()).Count);
        await Eventually.TrueAsync(async () => (await node.MessagesAsync()).TrueForAll(message => message.State is MessageState.Sent), "the last message was not sent");
        letters.Delete(recursive: true);
    }

    [Theory, OnEveryEngine]
    public async Task The_link_is_refused_once_used_and_no_start_prints_another(Engine engine)
    {
        await using var installation = await Installation.CreateAsync(engine, postgres);
        var node = installation.AddNode();
        var url = (await InviteAsync(node))!;
        var other = (await InviteAsync(node))!;
        Assert.NotEqual(url, other);
        var open = await node.Visitor().GetPageAsync(url);
        await AnswerAsync(node.Visitor(), url);

        foreach (var again in new[] { url, other })
        {
            var refusal = await node.Visitor().GetAsync(new Uri(again, UriKind.Relative), Cancellation);
            Assert.Equal(HttpStatusCode.Gone, refusal.StatusCode);
            Assert.Contains("a déjà son premier administrateur", await refusal.Content.ReadAsStringAsync(Cancellation), StringComparison.Ordinal);
        }

        var late = await node.Visitor().SubmitAsync(open, url, Fields);
        Assert.NotEqual(HttpStatusCode.Redirect, late.StatusCode);
        Assert.Single(await node.ReadAsync<HeldRole>(held => held.Role == Role.Administrator));
        Assert.Null(await InviteAsync(installation.AddNode()));
    }

    [Theory, OnEveryEngine]
    public async Task Of_many_who_answer_at_once_on_two_nodes_one_wins(Engine engine)
    {
        await using var installation = await Installation.CreateAsync(engine, postgres);
        var nodes = installation.AddTwoNodes();
        var url = (await InviteAsync(nodes[0]))!;
        var visitors = Enumerable.Range(0, 8).Select(number => nodes[number % 2].Visitor()).ToList();
        var pages = new List<AngleSharp.Html.Dom.IHtmlDocument>();
        foreach (var visitor in visitors)
        {
            pages.Add(await visitor.GetPageAsync(url));
        }

        var answers = await Task.WhenAll(visitors.Select((visitor, number) => Task.Run(() => visitor.SubmitAsync(pages[number], url, Fields))));

        Assert.Equal(1, answers.Count(answer => answer.StatusCode is HttpStatusCode.Redirect));
        Assert.Equal(7, answers.Count(answer => answer.StatusCode is HttpStatusCode.Gone));
        Assert.Single(await nodes[0].ReadAsync<HeldRole>(held => held.Role == Role.Administrator));
        Assert.Single(await nodes[0].ReadAsync<Account>(_ => true));
        Assert.Single(await nodes[0].ReadAsync<FirstAdministrator>(_ => true));
    }

    [Fact]
    public async Task The_database_itself_refuses_a_second_first_administrator()
    {
        await using var installation = await Installation.CreateAsync(Engine.Sqlite, postgres);
        var node = installation.AddNode();
        await AnswerAsync(node.Visitor(), (await InviteAsync(node))!);

        var refusal = await Assert.ThrowsAnyAsync<Exception>(() => node.SqlAsync($"INSERT INTO first_administrator (id, account_id, created_at) SELECT 2, account_id, created_at FROM first_administrator"));
        Assert.Contains("CHECK", refusal.Message, StringComparison.Ordinal);
        refusal = await Assert.ThrowsAnyAsync<Exception>(() => node.SqlAsync($"INSERT INTO first_administrator (id, account_id, created_at) SELECT 1, account_id, created_at FROM first_administrator"));
        Assert.Contains("UNIQUE", refusal.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_link_expires_and_a_forged_one_is_not_found()
    {
        await using var installation = await Installation.CreateAsync(Engine.Sqlite, postgres);
        var clock = new SettableClock();
        var node = installation.AddNode(services => services.AddSingleton<TimeProvider>(clock));
        var url = (await InviteAsync(node))!;
        Assert.Equal(HttpStatusCode.NotFound, await node.Visitor().StatusOf($"{url[..^3]}AAA"));
        Assert.Equal(HttpStatusCode.OK, await node.Visitor().StatusOf(url));

        clock.Set(DateTimeOffset.UtcNow.AddMinutes(61));

        Assert.Equal(HttpStatusCode.Gone, await node.Visitor().StatusOf(url));
    }

    [Fact]
    public async Task A_weak_password_is_refused_beside_its_field_and_nothing_is_made()
    {
        await using var installation = await Installation.CreateAsync(Engine.Sqlite, postgres);
        var node = installation.AddNode();
        var url = (await InviteAsync(node))!;
        var visitor = node.Visitor();

        var answer = await visitor.SubmitAsync(await visitor.GetPageAsync(url), url, [.. Fields[..3], ("Form.Password", "azertyazerty")]);

        var page = await answer.ReadPageAsync();
        Assert.NotNull(page.QuerySelector("#Form_Password-error"));
        Assert.Equal("Rozenn", page.QuerySelector("#Form_FirstName")?.GetAttribute("value"));
        Assert.Empty(await node.ReadAsync<Account>(_ => true));
    }

    [Theory, OnEveryEngine]
    public async Task Nonsense_is_refused_with_a_reason_and_nothing_is_made(Engine engine)
    {
        await using var installation = await Installation.CreateAsync(engine, postgres);
        var node = installation.AddNode();
        var url = (await InviteAsync(node))!;
        var visitor = node.Visitor();
        var page = await visitor.GetPageAsync(url);
        string[] nonsense = ["", " ", "a\0b", new string('x', 5_000)];

        foreach (var (field, _) in Fields)
        {
            foreach (var value in nonsense)
            {
                var answer = await visitor.SubmitAsync(page, url, [.. Fields.Where(other => other.Item1 != field), (field, value)]);
                Assert.InRange((int)answer.StatusCode, 200, 499);
                Assert.NotEqual(HttpStatusCode.Redirect, answer.StatusCode);
            }
        }

        Assert.Empty(await node.ReadAsync<Account>(_ => true));
        Assert.Equal(HttpStatusCode.OK, await node.Visitor().StatusOf(url));
    }

    [Theory, OnEveryEngine]
    public async Task No_demonstration_account_is_there_and_none_can_be_made(Engine engine)
    {
        await using var installation = await Installation.CreateAsync(engine, postgres);
        var node = installation.AddNode();
        Assert.Empty(await node.ReadAsync<Person>(_ => true));
        Assert.Empty(await node.ReadAsync<Account>(_ => true));
        await AnswerAsync(node.Visitor(), (await InviteAsync(node))!);

        await Assert.ThrowsAsync<InvalidOperationException>(() => Demonstrated.SeedAsync(node));

        Assert.Single(await node.ReadAsync<Person>(_ => true));
        Assert.Equal("rozenn@exemple.fr", Assert.Single(await node.ReadAsync<ContactAddress>(_ => true)).Value);
        Assert.False(await node.WithAsync<IFirstAdministrator, bool>(first => first.HoldsDemonstrationAsync(Cancellation)));
    }

    [Fact]
    public async Task The_demonstration_invites_nobody_and_is_known_as_such()
    {
        await using var installation = await Installation.CreateDemonstratedAsync();
        var node = installation.AddNode();

        Assert.Null(await InviteAsync(node));
        Assert.True(await node.WithAsync<IFirstAdministrator, bool>(first => first.HoldsDemonstrationAsync(Cancellation)));
    }

    [Theory]
    [InlineData(PageState.Empty)]
    [InlineData(PageState.Error)]
    public async Task The_page_passes_every_check(PageState state)
    {
        await using var installation = await Installation.CreateAsync(Engine.Sqlite, postgres);
        var node = installation.AddNode();
        node.ServeBrowsers();
        await using var checks = new PageChecks(browser, node);

        await checks.CheckAsync(new Visit((await InviteAsync(node))!, "visitor", Member: null), state);

        var faults = await checks.FinishAsync();
        Assert.True(faults.Count is 0, string.Join('\n', faults));
    }

    private static (string, string)[] Fields { get; } =
        [("Form.FirstName", "Rozenn"), ("Form.LastName", "Kerbrat"), ("Form.Email", "rozenn@exemple.fr"), ("Form.Password", Password)];

    private static async Task<string?> InviteAsync(Node node) =>
        (await node.WithAsync<IFirstAdministrator, OneTimeLink?>(first => first.InviteAsync(Cancellation)))?.Address.AbsolutePath;

    private static async Task<HttpResponseMessage> AnswerAsync(HttpClient visitor, string url) => await visitor.SubmitAsync(await visitor.GetPageAsync(url), url, Fields);
}
