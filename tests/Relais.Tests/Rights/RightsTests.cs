using System.Net;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Relais.Accounts.Contracts;
using Relais.Accounts.Rights;
using Relais.Kernel.Data;
using Relais.Tests.Infrastructure;

namespace Relais.Tests.Rights;

/// <summary>Walks every endpoint as everybody: a visitor, a member, and each role over what it covers and over what it does not.</summary>
public sealed class RightsTests(PostgresServer postgres)
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Every_endpoint_lets_in_those_of_its_row_and_nobody_else()
    {
        await using var installation = await Installation.CreateDemonstratedAsync();
        var node = installation.AddPublicNode(ReachedPolicy.Join, ("Demonstration", "true"));
        var walkers = await Walkers.InviteAsync(node);
        var wrong = new List<string>();

        foreach (var rule in node.Services.GetRequiredService<AccessTable>().Rules)
        {
            await using var services = node.Services.CreateAsyncScope();
            var example = rule.Example is null ? null : await rule.Example(services.ServiceProvider, Cancellation);
            foreach (var walker in walkers)
            {
                var expected = await ExpectAsync(rule, example, walker, services.ServiceProvider);
                var answer = await walker.SendAsync(rule.Method, RouteAddress.Of(rule.Route, example), isApi: rule.Route.StartsWith("/api", StringComparison.Ordinal));
                if (Read(answer) != expected)
                {
                    wrong.Add($"{rule}: {walker.Name} should be {expected}, was answered {(int)answer.StatusCode} {answer.Headers.Location}");
                }
            }
        }

        Assert.Empty(wrong);
    }

    [Fact]
    public async Task Every_row_about_a_resource_has_an_example_to_walk_to()
    {
        await using var installation = await Installation.CreateDemonstratedAsync();
        var node = installation.AddPublicNode(configure: null, ("Demonstration", "true"));
        var missing = new List<string>();

        foreach (var rule in node.Services.GetRequiredService<AccessTable>().Rules.Where(rule => rule.Who is Who.Holders holders && holders.Grants.Any(grant => grant.ResourceOf is not null)))
        {
            await using var services = node.Services.CreateAsyncScope();
            if (rule.Example is null || await rule.Example(services.ServiceProvider, Cancellation) is not { } example || await FindAsync(rule, example, services.ServiceProvider) is null)
            {
                missing.Add($"{rule}");
            }
        }

        Assert.Empty(missing);
    }

    [Fact]
    public async Task A_link_that_is_not_ours_opens_nothing()
    {
        await using var installation = await Installation.CreateAsync(Engine.Sqlite, postgres);
        var node = installation.AddNode();
        var visitor = node.Visitor();
        var wrong = new List<string>();

        foreach (var rule in node.Services.GetRequiredService<AccessTable>().Rules.Where(rule => rule.Who is Who.Bearers && rule.Method is "GET"))
        {
            var answer = await visitor.GetAsync(new Uri(RouteAddress.Of(rule.Route, example: null), UriKind.Relative), Cancellation);
            if (answer.StatusCode is not (HttpStatusCode.NotFound or HttpStatusCode.Gone))
            {
                wrong.Add($"{rule}: {(int)answer.StatusCode}");
            }
        }

        Assert.Empty(wrong);
    }

    /// <summary>What the row says, worked out here without the judge.</summary>
    private static async Task<Outcome> ExpectAsync(AccessRule rule, IReadOnlyDictionary<string, string>? example, Walker walker, IServiceProvider services)
    {
        if (rule.Who is Who.Everybody or Who.Bearers)
        {
            return Outcome.Reached;
        }

        if (!walker.IsSignedIn)
        {
            return Outcome.SignInNeeded;
        }

        if (rule.Who is not Who.Holders holders)
        {
            return Outcome.Reached;
        }

        var grants = holders.Grants.Where(grant => grant.Role == walker.Role).ToList();
        if (grants.Exists(grant => grant.ResourceOf is null))
        {
            return Outcome.Reached;
        }

        var refusal = rule.IsHidden ? Outcome.NotFound : Outcome.NotAllowed;
        if (grants is [])
        {
            return refusal;
        }

        if (example is null || await FindAsync(rule, example, services) is not { } resource)
        {
            return Outcome.NotFound;
        }

        return await services.GetRequiredService<Coverage>().CoversAsync(walker.Scope!, resource, Cancellation) ? Outcome.Reached : refusal;
    }

    private static async Task<Resource?> FindAsync(AccessRule rule, IReadOnlyDictionary<string, string> example, IServiceProvider services)
    {
        var route = new RouteValueDictionary(example.Select(pair => KeyValuePair.Create(pair.Key, (object?)pair.Value)));
        var finder = ((Who.Holders)rule.Who).Grants.Select(grant => grant.ResourceOf).OfType<ResourceOf>().First();
        return await finder.FindAsync(services, route, Cancellation);
    }

    private static Outcome Read(HttpResponseMessage answer) => answer switch
    {
        { StatusCode: (HttpStatusCode)ReachedPolicy.Reached } => Outcome.Reached,
        { StatusCode: HttpStatusCode.Unauthorized } => Outcome.SignInNeeded,
        { StatusCode: HttpStatusCode.Redirect } when answer.Headers.Location?.PathAndQuery.StartsWith("/connexion?", StringComparison.Ordinal) is true => Outcome.SignInNeeded,
        { StatusCode: HttpStatusCode.Forbidden } => Outcome.NotAllowed,
        { StatusCode: HttpStatusCode.NotFound } => Outcome.NotFound,
        _ => Outcome.Other,
    };

    private enum Outcome
    {
        Reached,
        SignInNeeded,
        NotAllowed,
        NotFound,
        Other,
    }
}
