using System.Net.Http.Headers;
using Microsoft.Extensions.DependencyInjection;
using Relais.Accounts.Contracts;
using Relais.Accounts.Rights;
using Relais.Kernel.Data;
using Relais.Tests.Infrastructure;

namespace Relais.Tests.Rights;

/// <summary>Somebody who tries every door: by browser on pages, by token on the API.</summary>
internal sealed record Walker(string Name, HttpClient Browser, HttpClient Program, Role? Role = null, Scope? Scope = null, bool IsSignedIn = true)
{
    public Task<HttpResponseMessage> SendAsync(string method, string address, bool isApi) =>
        (isApi ? Program : Browser).SendAsync(new HttpRequestMessage(new HttpMethod(method), new Uri(address, UriKind.Relative)), TestContext.Current.CancellationToken);
}

internal static class Walkers
{
    /// <summary>A visitor, a member, and every role over places of the demonstration and over places far from it.</summary>
    public static async Task<IReadOnlyList<Walker>> InviteAsync(Node node)
    {
        var walkers = new List<Walker> { new("a visitor", node.Visitor(), node.Visitor(), IsSignedIn: false), await InviteAsync(node, role: null, scope: null) };
        foreach (var role in Enum.GetValues<Role>())
        {
            foreach (var scope in RoleScopes.KindsOf(role).SelectMany(ScopesOf))
            {
                walkers.Add(await InviteAsync(node, role, scope));
            }
        }

        return walkers;
    }

    private static IEnumerable<Scope> ScopesOf(string kind) => kind switch
    {
        "territory" => [new Scope.Territory("REG-53"), new Scope.Territory("DEP-974")],
        "facility" => [new Scope.Facility("290000017"), new Scope.Facility("970400024")],
        "network" => [new Scope.Network(Guid.CreateVersion7())],
        "self" => [new Scope.Self(PersonId.New())],
        _ => [Scope.National],
    };

    private static async Task<Walker> InviteAsync(Node node, Role? role, Scope? scope)
    {
        var member = role is { } held ? await node.SignInAsync((held, scope!)) : await node.SignInAsync();
        await using var services = node.Services.CreateAsyncScope();
        var token = services.ServiceProvider.GetRequiredService<IAccounts>().IssueToken(member.Account, "walk");
        await services.ServiceProvider.GetRequiredService<RelaisDb>().SaveChangesAsync(TestContext.Current.CancellationToken);
        var program = node.Visitor();
        program.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", token);
        return new Walker(role is null ? "a member" : $"{role} over {scope}", member.Browser, program, role, scope);
    }
}
