using System.Net.Http.Headers;
using System.Text.Json;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.RazorPages.Infrastructure;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Relais.Accounts.Contracts;
using Relais.Accounts.Rights;
using Relais.Kernel.Data;
using Relais.Tests.Browsing;
using Relais.Tests.Infrastructure;

namespace Relais.Tests.BadInput;

/// <summary>Every endpoint of the API with bodies that it does not describe, and every address with values that name nothing.</summary>
public sealed class BadRequestTests(PostgresServer postgres)
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Theory, OnEveryEngine]
    public async Task Every_endpoint_of_the_API_refuses_what_it_does_not_describe(Engine engine)
    {
        await using var installation = await Installation.CreateDemonstratedAsync(engine, postgres);
        var node = installation.AddNode(QuietRooms.Join);
        await using var findings = new Findings(node);
        var table = new PageTable(node);
        var description = JsonDocument.Parse(await node.Visitor().GetStringAsync(new Uri("/openapi/v1.json", UriKind.Relative), Cancellation));

        foreach (var rule in Rules(node).Where(rule => rule.Method is not "GET" && rule.Route.StartsWith("/api/", StringComparison.Ordinal)))
        {
            foreach (var visit in await table.VisitsAsync(rule, everyRole: false))
            {
                var program = await ProgramAsync(node, visit.Member);
                findings.Begin();
                await SendBodiesAsync(program, visit.Url, ApiBody.Of(description, rule), $"{rule.Method} {visit.Url} as {visit.Role}", findings);
            }
        }

        Assert.True(findings.Sent > 300, $"only {findings.Sent} requests were sent");
        Assert.True(findings.Faults.Count is 0, string.Join('\n', findings.Faults));
    }

    [Theory, OnEveryEngine]
    public async Task Every_address_with_values_that_name_nothing_is_answered_in_words(Engine engine)
    {
        await using var installation = await Installation.CreateDemonstratedAsync(engine, postgres);
        var node = installation.AddNode(QuietRooms.Join);
        await using var findings = new Findings(node);
        var table = new PageTable(node);
        var questions = await QuestionsAsync(node);

        foreach (var rule in Rules(node))
        {
            foreach (var visit in await table.VisitsAsync(rule, everyRole: false))
            {
                var client = rule.Route.StartsWith("/api", StringComparison.Ordinal) ? await ProgramAsync(node, visit.Member) : visit.Member?.Browser ?? node.Visitor();
                findings.Begin();
                var requests = AddressesOf(rule, visit.Url, questions[rule.Route]).Select(address => (
                    Asked: $"{rule.Method} {(address.Length > 200 ? address[..200] : address)} as {visit.Role}",
                    Send: (Func<Task<HttpResponseMessage>>)(() => client.SendAsync(new HttpRequestMessage(new HttpMethod(rule.Method), new Uri(address, UriKind.Relative)), HttpCompletionOption.ResponseHeadersRead, Cancellation))));
                if (rule.Method is "GET")
                {
                    await findings.LookAsync($"{rule.Route} as {visit.Role}", requests);
                    continue;
                }

                foreach (var (asked, send) in requests)
                {
                    await findings.SendAsync(asked, send);
                }
            }
        }

        Assert.True(findings.Sent > 500, $"only {findings.Sent} requests were sent");
        Assert.True(findings.Faults.Count is 0, string.Join('\n', findings.Faults));
    }

    /// <summary>The address with each wrong value in the place of its parameters; for reading, with wrong questions behind it too.</summary>
    private static IEnumerable<string> AddressesOf(AccessRule rule, string url, IEnumerable<string> questions)
    {
        var wrongRoutes = rule.Route.Contains('{', StringComparison.Ordinal)
            ? WrongValues.RouteValues.Select(value => RouteParameters.ReplaceAll(rule.Route, value))
            : [];
        var wrongQuestions = rule.Method is "GET"
            ? questions.SelectMany(_ => WrongValues.Texts, (name, wrong) => $"{url}?{name}={Uri.EscapeDataString(wrong.Text)}&{name}=1").Append($"{url}?licorne[0]=%F0%9F")
            : [];
        return wrongRoutes.Concat(wrongQuestions);
    }

    /// <summary>The names that each page reads behind the question mark; those of the API are in its description.</summary>
    private static async Task<ILookup<string, string>> QuestionsAsync(Node node)
    {
        var services = node.Services.GetRequiredService<IServiceProviderIsService>();
        var names = new List<(string Route, string Name)>();
        foreach (var endpoint in node.Services.GetRequiredService<EndpointDataSource>().Endpoints.OfType<RouteEndpoint>())
        {
            var route = AccessTable.RouteOf(endpoint);
            if (endpoint.Metadata.GetMetadata<PageActionDescriptor>() is { } page)
            {
                var compiled = await node.Services.GetRequiredService<PageLoader>().LoadAsync(page, endpoint.Metadata);
                var read = compiled.HandlerMethods.SelectMany(handler => handler.Parameters).Concat(compiled.BoundProperties).Where(parameter => parameter.ParameterType != typeof(CancellationToken));
                names.AddRange(read.Select(parameter => (route, parameter.Name)));
            }
            else
            {
                names.AddRange(endpoint.Metadata.OfType<System.Reflection.MethodInfo>().SelectMany(method => method.GetParameters()).Where(parameter => !services.IsService(parameter.ParameterType) && parameter.ParameterType != typeof(CancellationToken)).Select(parameter => (route, parameter.Name!)));
            }
        }

        return names.Distinct().ToLookup(row => row.Route, row => row.Name, StringComparer.Ordinal);
    }

    private static async Task SendBodiesAsync(HttpClient program, string url, ApiBody? body, string name, Findings findings)
    {
        Task<HttpResponseMessage> PostAsync(string json, string mediaType = "application/json") =>
            program.PostAsync(new Uri(url, UriKind.Relative), WrongForm.OfType(mediaType, json), Cancellation);

        foreach (var (wrong, text) in WrongValues.Bodies)
        {
            await findings.SendAsync($"{name}, {wrong}", () => PostAsync(text), mustBeRefused: body is not null);
        }

        if (body is null)
        {
            return;
        }

        await findings.SendAsync($"{name}, text", () => PostAsync(body.Whole(), "text/plain"), mustBeRefused: true);
        await findings.SendAsync($"{name}, XML", () => PostAsync("<a/>", "application/xml"), mustBeRefused: true);
        foreach (var field in body.Fields)
        {
            await findings.SendAsync($"{name}, without {field}", () => PostAsync(body.Without(field)));
            foreach (var (wrong, json) in WrongValues.Json)
            {
                await findings.SendAsync($"{name}, {field} {wrong}", () => PostAsync(body.With(field, json)), mustBeRefused: wrong is WrongValues.TooLong or "null byte" or "object");
            }
        }
    }

    private static IReadOnlyList<AccessRule> Rules(Node node) => node.Services.GetRequiredService<AccessTable>().Rules;

    private static async Task<HttpClient> ProgramAsync(Node node, SignedIn? member)
    {
        var program = node.Visitor();
        if (member is not null)
        {
            await using var services = node.Services.CreateAsyncScope();
            var token = services.ServiceProvider.GetRequiredService<IAccounts>().IssueToken(member.Account, "nonsense");
            await services.ServiceProvider.GetRequiredService<RelaisDb>().SaveChangesAsync(Cancellation);
            program.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", token);
        }

        return program;
    }
}
