using System.Globalization;
using System.Net;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.Json;
using Microsoft.Extensions.DependencyInjection;
using Relais.Accounts.Contracts;
using Relais.Accounts.People;
using Relais.Kernel.Data;
using Relais.Kernel.Messages;
using Relais.Tests.Infrastructure;
using Relais.Tests.Messages;

namespace Relais.Tests.Accounts;

public sealed class MyMessagesTests(PostgresServer postgres)
{
    private const string Url = "/mes-messages";

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Theory, OnEveryEngine]
    public async Task What_Relais_wrote_is_there_the_latest_first_and_opening_the_page_changes_nothing(Engine engine)
    {
        await using var installation = await Installation.CreateAsync(engine, postgres);
        var node = installation.AddNode(AddLetters);
        var (ana, bob) = (await node.SignInAsync(), await node.SignInAsync());
        await WriteAsync(node, ana, 1, 2);
        await WriteAsync(node, bob, 3);

        var page = await ana.Browser.GetPageAsync(Url);
        await ana.Browser.GetPageAsync(Url);

        Assert.Equal(["Lettre 2, fr-FR", "Lettre 1, fr-FR"], page.QuerySelectorAll("main article .rs-card__title").Select(title => title.TextContent.Trim()));
        Assert.Equal("/offres/2", page.QuerySelector("main article a")!.GetAttribute("href"));
        Assert.Equal(2, page.QuerySelectorAll("main article .govuk-tag").Length);
        Assert.EndsWith("2", page.QuerySelector(".rs-nav a[href='/mes-messages']")!.TextContent, StringComparison.Ordinal);
        Assert.All(await node.MessagesAsync(Channel.Inbox), message => Assert.Null(message.ReadAt));
    }

    [Theory, OnEveryEngine]
    public async Task One_message_or_all_are_marked_read_and_never_those_of_another(Engine engine)
    {
        await using var installation = await Installation.CreateAsync(engine, postgres);
        var node = installation.AddNode(AddLetters);
        var (ana, bob) = (await node.SignInAsync(), await node.SignInAsync());
        await WriteAsync(node, ana, 1, 2);
        await WriteAsync(node, bob, 3);
        var ofBob = Assert.Single(await node.MessagesAsync(Channel.Inbox), message => message.PersonId == bob.Person.Value).Id;

        var page = await ana.Browser.GetPageAsync(Url);
        await ana.Browser.SubmitAsync(page, $"{Url}?handler=Read", ("message", $"{ofBob}"));
        await ana.Browser.SubmitAsync(page, $"{Url}?handler=Read", ("message", page.QuerySelector("main article input[name=message]")!.GetAttribute("value")!));
        Assert.Equal([2], (await node.MessagesAsync(Channel.Inbox)).Where(message => message.ReadAt is not null).Select(NumberOf));

        Assert.Equal(HttpStatusCode.Redirect, (await ana.Browser.SubmitAsync(page, Url)).StatusCode);
        Assert.Equal([1, 2], (await node.MessagesAsync(Channel.Inbox)).Where(message => message.ReadAt is not null).Select(NumberOf).Order());
        Assert.Null((await ana.Browser.GetPageAsync(Url)).QuerySelector("main form"));
    }

    [Fact]
    public async Task Many_messages_come_page_by_page_and_none_is_told()
    {
        await using var installation = await Installation.CreateAsync(Engine.Sqlite, postgres);
        var node = installation.AddNode(AddLetters);
        var (ana, bob) = (await node.SignInAsync(), await node.SignInAsync());
        await WriteAsync(node, ana, [.. Enumerable.Range(1, 23)]);

        Assert.NotNull((await bob.Browser.GetPageAsync(Url)).QuerySelector("main .rs-empty"));
        Assert.Equal(20, (await ana.Browser.GetPageAsync(Url)).QuerySelectorAll("main article").Length);
        Assert.Equal(3, (await ana.Browser.GetPageAsync($"{Url}?page=2")).QuerySelectorAll("main article").Length);
        Assert.Equal(3, (await ana.Browser.GetPageAsync($"{Url}?page=99")).QuerySelectorAll("main article").Length);
        Assert.Equal(20, (await ana.Browser.GetPageAsync($"{Url}?page=%F0%9F%9A%91")).QuerySelectorAll("main article").Length);
    }

    [Theory, OnEveryEngine]
    public async Task A_program_reads_the_messages_of_its_account_in_the_language_of_the_person(Engine engine)
    {
        await using var installation = await Installation.CreateAsync(engine, postgres);
        var node = installation.AddNode(AddLetters);
        var (ana, bob) = (await node.SignInAsync(), await node.SignInAsync());
        await WriteAsync(node, ana, 1, 0);
        await WriteAsync(node, bob, 3);
        await node.WithDbAsync(async db =>
        {
            (await db.FindAsync<Person>(ana.Person))!.Language = "en";
            return await db.SaveChangesAsync(Cancellation);
        });
        var program = await ProgramAsync(node, ana);

        var messages = (await program.GetFromJsonAsync<JsonElement>(new Uri("/api/v1/messages", UriKind.Relative), Cancellation)).EnumerateArray().ToList();

        Assert.Equal(2, messages.Count);
        Assert.Equal((JsonValueKind.Null, JsonValueKind.Null), (messages[0].GetProperty("subject").ValueKind, messages[0].GetProperty("text").ValueKind));
        Assert.Equal(
            ("invitation", "Lettre 1, en-GB", "Bonjour\n\nOù\u00a0: Gourin", "Voir"),
            (messages[1].GetProperty("kind").GetString(), messages[1].GetProperty("subject").GetString(), messages[1].GetProperty("text").GetString(),
             messages[1].GetProperty("links")[0].GetProperty("label").GetString()));
        Assert.Equal(JsonValueKind.Null, messages[1].GetProperty("readAt").ValueKind);
        Assert.Equal(0, (await program.GetFromJsonAsync<JsonElement>(new Uri("/api/v1/messages?page=2", UriKind.Relative), Cancellation)).GetArrayLength());
        Assert.Equal(HttpStatusCode.BadRequest, await program.StatusOf("/api/v1/messages?page=deux"));
        Assert.Equal(HttpStatusCode.Unauthorized, await node.Visitor().StatusOf("/api/v1/messages"));
    }

    private static void AddLetters(IServiceCollection services) => services.AddMessage<Invitation, Letters>();

    private static Task WriteAsync(Node node, SignedIn member, params IReadOnlyList<int> numbers) => node.SendAsync(outbox =>
    {
        foreach (var number in numbers)
        {
            outbox.Add(member.Person.Value, new Invitation(number));
        }
    });

    private static int NumberOf(Message message) => JsonSerializer.Deserialize<Invitation>(message.Ids)!.Number;

    private static async Task<HttpClient> ProgramAsync(Node node, SignedIn member)
    {
        await using var services = node.Services.CreateAsyncScope();
        var token = services.ServiceProvider.GetRequiredService<IAccounts>().IssueToken(member.Account, "test");
        await services.ServiceProvider.GetRequiredService<RelaisDb>().SaveChangesAsync(Cancellation);
        var program = node.Visitor();
        program.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", token);
        return program;
    }

    private sealed class Letters(SiteAddress site) : IMessageTemplate<Invitation>
    {
        public Task<Letter?> RenderAsync(Invitation message, MessageContext context, CancellationToken cancellation) => Task.FromResult(
            message.Number is 0
                ? null
                : Letter.About(string.Create(CultureInfo.InvariantCulture, $"Lettre {message.Number}, {CultureInfo.CurrentUICulture.Name}"))
                    .Say("Bonjour").Facts(("Où", "Gourin")).Act("Voir", site.Of(string.Create(CultureInfo.InvariantCulture, $"/offres/{message.Number}"))));
    }
}
