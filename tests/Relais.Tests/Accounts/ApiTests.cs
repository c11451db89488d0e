using System.Net;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json;
using Microsoft.Extensions.DependencyInjection;
using Relais.Accounts.Tokens;
using Relais.Kernel.Data;
using Relais.Tests.Infrastructure;
using Relais.Tests.Rights;

namespace Relais.Tests.Accounts;

public sealed class ApiTests(PostgresServer postgres)
{
    private const string Parcel = """{"text":"bonjour","weight":"veryHeavy","count":1}""";

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Theory, OnEveryEngine]
    public async Task A_token_acts_for_its_account_until_it_is_revoked(Engine engine)
    {
        await using var installation = await Installation.CreateAsync(engine, postgres);
        var node = installation.AddNode(GateRoom.Join);
        var member = await node.SignInAsync();
        var program = await ProgramAsync(node, member, TokenScope.WriteAll);

        Assert.Equal(HttpStatusCode.OK, await program.StatusOf("/api/v1/gate"));
        Assert.Equal(HttpStatusCode.Redirect, await program.StatusOf("/mon-compte"));

        await using var services = node.Services.CreateAsyncScope();
        var tokens = services.ServiceProvider.GetRequiredService<ApiTokens>();
        var token = Assert.Single(await tokens.ListAsync(member.Account, Cancellation));
        Assert.NotNull(token.LastUsedOn);
        await tokens.RevokeAsync(member.Account, token.Id, Cancellation);
        await services.ServiceProvider.GetRequiredService<RelaisDb>().SaveChangesAsync(Cancellation);

        await AssertProblemAsync(await program.GetAsync(Local("/api/v1/gate"), Cancellation), HttpStatusCode.Unauthorized, "token_invalid");
    }

    [Fact]
    public async Task A_token_does_only_what_it_is_for()
    {
        await using var installation = await Installation.CreateAsync(Engine.Sqlite, postgres);
        var node = installation.AddNode(GateRoom.Join);
        var member = await node.SignInAsync();
        var reader = await ProgramAsync(node, member, new TokenScope("gate", Writes: false));
        var other = await ProgramAsync(node, member, new TokenScope("needs", Writes: true));

        Assert.Equal(HttpStatusCode.OK, await reader.StatusOf("/api/v1/gate"));
        await AssertProblemAsync(await PostAsync(reader, Parcel), HttpStatusCode.Forbidden, "token_scope_needed");
        await AssertProblemAsync(await other.GetAsync(Local("/api/v1/gate"), Cancellation), HttpStatusCode.Forbidden, "token_scope_needed");
    }

    [Fact]
    public async Task A_cookie_never_writes_through_the_API()
    {
        await using var installation = await Installation.CreateAsync(Engine.Sqlite, postgres);
        var node = installation.AddNode(GateRoom.Join);
        var member = await node.SignInAsync();

        Assert.Equal(HttpStatusCode.OK, await member.Browser.StatusOf("/api/v1/gate"));
        await AssertProblemAsync(await PostAsync(member.Browser, Parcel), HttpStatusCode.Unauthorized, "sign_in_needed");
    }

    [Theory]
    [InlineData("", "unreadable")]
    [InlineData("{", "unreadable")]
    [InlineData("[]", "unreadable")]
    [InlineData("null", "unreadable")]
    [InlineData("""{"text":"bonjour","weight":"feather","count":1}""", "unreadable")]
    [InlineData("""{"text":"bonjour","weight":1,"count":1}""", "unreadable")]
    [InlineData("""{"text":"bonjour","weight":"light","count":"1"}""", "unreadable")]
    [InlineData("""{"text":"bonjour","weight":"light"}""", "unreadable")]
    [InlineData("""{"text":null,"weight":"light","count":1}""", "unreadable")]
    [InlineData("""{"text":"bonjour","weight":"light","count":1,"colour":"blue"}""", "unreadable")]
    [InlineData("""{"text":"bonjour","text":"bonsoir","weight":"light","count":1}""", "unreadable")]
    public async Task What_is_misspelt_is_refused_with_a_code(string body, string code)
    {
        await using var installation = await Installation.CreateAsync(Engine.Sqlite, postgres);
        var node = installation.AddNode(GateRoom.Join);
        var program = await ProgramAsync(node, await node.SignInAsync(), TokenScope.WriteAll);

        await AssertProblemAsync(await PostAsync(program, body), HttpStatusCode.BadRequest, code);
    }

    [Fact]
    public async Task Whatever_goes_wrong_is_a_problem_with_a_code()
    {
        await using var installation = await Installation.CreateAsync(Engine.Sqlite, postgres);
        var node = installation.AddNode(GateRoom.Join);
        var program = await ProgramAsync(node, await node.SignInAsync(), TokenScope.WriteAll);

        await AssertProblemAsync(await program.GetAsync(Local("/api/v1/nothing"), Cancellation), HttpStatusCode.NotFound, "not_found");
        await AssertProblemAsync(await program.DeleteAsync(Local("/api/v1/gate"), Cancellation), HttpStatusCode.MethodNotAllowed, "method_not_allowed");
        await AssertProblemAsync(await program.PostAsync(Local("/api/v1/gate"), new StringContent(Parcel, Encoding.UTF8, "text/plain"), Cancellation), HttpStatusCode.UnsupportedMediaType, "wrong_media_type");
        await AssertProblemAsync(await PostAsync(program, $"{{\"text\":\"{new string('a', 10_000_000)}\"}}"), HttpStatusCode.RequestEntityTooLarge, "too_large");
        await AssertProblemAsync(await PostAsync(program, Parcel, url: "/api/v1/gate/failing"), HttpStatusCode.InternalServerError, "failed");
    }

    [Theory, OnEveryEngine]
    public async Task A_request_sent_again_with_its_key_gets_the_first_answer(Engine engine)
    {
        await using var installation = await Installation.CreateAsync(engine, postgres);
        var node = installation.AddNode(GateRoom.Join);
        var program = await ProgramAsync(node, await node.SignInAsync(), TokenScope.WriteAll);

        var answers = await Task.WhenAll(Enumerable.Range(0, 10).Select(_ => PostAsync(program, Parcel, "key-1")));
        var bodies = await Task.WhenAll(answers.Select(answer => answer.Content.ReadAsStringAsync(Cancellation)));

        Assert.All(answers, answer => Assert.Equal(HttpStatusCode.Created, answer.StatusCode));
        Assert.Single(bodies.Distinct(StringComparer.Ordinal));
        Assert.Single(answers.Select(answer => answer.Headers.Location?.OriginalString).Distinct(StringComparer.Ordinal));
        Assert.Single(answers, answer => !answer.Headers.Contains("Idempotent-Replayed"));
    }

    [Theory, OnEveryEngine]
    public async Task A_key_means_one_request_of_one_account(Engine engine)
    {
        await using var installation = await Installation.CreateAsync(engine, postgres);
        var node = installation.AddNode(GateRoom.Join);
        var program = await ProgramAsync(node, await node.SignInAsync(), TokenScope.WriteAll);
        var another = await ProgramAsync(node, await node.SignInAsync(), TokenScope.WriteAll);
        var first = await PostAsync(program, Parcel, "key-1");

        await AssertProblemAsync(await PostAsync(program, Parcel.Replace("bonjour", "bonsoir", StringComparison.Ordinal), "key-1"), HttpStatusCode.UnprocessableEntity, "idempotency_key_reused");
        var others = await PostAsync(another, Parcel, "key-1");

        Assert.Equal(HttpStatusCode.Created, others.StatusCode);
        Assert.NotEqual(first.Headers.Location, others.Headers.Location);
    }

    [Fact]
    public async Task A_request_that_failed_runs_again_with_its_key()
    {
        await using var installation = await Installation.CreateAsync(Engine.Sqlite, postgres);
        var node = installation.AddNode(GateRoom.Join);
        var program = await ProgramAsync(node, await node.SignInAsync(), TokenScope.WriteAll);

        await AssertProblemAsync(await PostAsync(program, Parcel, "key-1", "/api/v1/gate/failing"), HttpStatusCode.InternalServerError, "failed");
        await AssertProblemAsync(await PostAsync(program, Parcel, "key-1", "/api/v1/gate/failing"), HttpStatusCode.InternalServerError, "failed");
    }

    [Fact]
    public async Task The_page_of_tokens_shows_a_token_once()
    {
        await using var installation = await Installation.CreateAsync(Engine.Sqlite, postgres);
        var node = installation.AddNode(GateRoom.Join);
        var member = await node.SignInAsync();

        var page = await (await member.Browser.SubmitAsync(
            await member.Browser.GetPageAsync("/mon-compte/jetons"), "/mon-compte/jetons", ("Form.Name", "planning"), ("Form.Scopes", "gate:read"))).ReadPageAsync();
        var token = page.QuerySelector("main code")!.TextContent;
        var program = node.Visitor();
        program.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", token);

        Assert.Equal(HttpStatusCode.OK, await program.StatusOf("/api/v1/gate"));
        Assert.DoesNotContain(token, await member.Browser.GetStringAsync(Local("/mon-compte/jetons"), Cancellation), StringComparison.Ordinal);
        Assert.DoesNotContain(token, Assert.Single(await node.ReadAsync<ApiToken>(_ => true)).Hash, StringComparison.Ordinal);
    }

    private static async Task<HttpClient> ProgramAsync(Node node, SignedIn member, TokenScope scope)
    {
        await using var services = node.Services.CreateAsyncScope();
        var token = services.ServiceProvider.GetRequiredService<ApiTokens>().Issue(member.Account, "test", [scope]);
        await services.ServiceProvider.GetRequiredService<RelaisDb>().SaveChangesAsync(Cancellation);
        var program = node.Visitor();
        program.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", token);
        return program;
    }

    private static async Task<HttpResponseMessage> PostAsync(HttpClient program, string body, string? key = null, string url = "/api/v1/gate")
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, Local(url)) { Content = new StringContent(body, Encoding.UTF8, "application/json") };
        if (key is not null)
        {
            request.Headers.Add("Idempotency-Key", key);
        }

        return await program.SendAsync(request, Cancellation);
    }

    private static async Task AssertProblemAsync(HttpResponseMessage answer, HttpStatusCode status, string code)
    {
        Assert.Equal(status, answer.StatusCode);
        Assert.Equal("application/problem+json", answer.Content.Headers.ContentType?.MediaType);
        var problem = await answer.Content.ReadFromJsonAsync<JsonElement>(Cancellation);
        Assert.Equal(code, problem.GetProperty("code").GetString());
    }

    private static Uri Local(string url) => new(url, UriKind.Relative);
}
