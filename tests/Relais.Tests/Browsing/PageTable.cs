using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Relais.Accounts.Contracts;
using Relais.Accounts.Rights;
using Relais.Tests.Infrastructure;

namespace Relais.Tests.Browsing;

/// <param name="Member">Nobody for what a visitor may read.</param>
internal sealed record Visit(string Url, string Role, SignedIn? Member);

/// <summary>The pages of the access table, with an address that exists and somebody who may open it.</summary>
internal static partial class PageTable
{
    public static async Task<IReadOnlyList<Visit>> ReadAsync(Node node, bool everyRole)
    {
        var pages = node.Services.GetRequiredService<EndpointDataSource>().Endpoints.OfType<RouteEndpoint>()
            .Where(endpoint => endpoint.Metadata.GetMetadata<PageActionDescriptor>() is not null)
            .Select(AccessTable.RouteOf).ToHashSet(StringComparer.Ordinal);
        var members = new Dictionary<string, SignedIn?>(StringComparer.Ordinal);
        var visits = new List<Visit>();

        foreach (var rule in node.Services.GetRequiredService<AccessTable>().Rules.Where(rule => rule.Method is "GET" && pages.Contains(rule.Route)))
        {
            if (await AddressAsync(node, rule) is not { } url)
            {
                continue;
            }

            foreach (var role in everyRole ? RolesOf(rule.Who) : RolesOf(rule.Who).Take(1))
            {
                if (!members.TryGetValue(role, out var member))
                {
                    members[role] = member = await MemberAsync(node, role);
                }

                visits.Add(new Visit(url, role, member));
            }
        }

        return visits;
    }

    /// <returns>Nothing when the database holds no example of what the page is about.</returns>
    private static async Task<string?> AddressAsync(Node node, AccessRule rule)
    {
        if (!rule.Route.Contains('{', StringComparison.Ordinal))
        {
            return rule.Route;
        }

        if (rule.Example is null)
        {
            throw new InvalidOperationException($"{rule} has a parameter and no example: say .Example(…) in its row");
        }

        await using var scope = node.Services.CreateAsyncScope();
        var values = await rule.Example(scope.ServiceProvider, TestContext.Current.CancellationToken);
        return values is null ? null : Parameter().Replace(rule.Route, match => Uri.EscapeDataString(values[match.Groups[1].Value]));
    }

    private static IEnumerable<string> RolesOf(Who who) => who switch
    {
        Who.Holders holders => holders.Grants.Select(grant => grant.Role.ToString()).Distinct(),
        Who.Members => ["member"],
        _ => ["visitor"],
    };

    /// <summary>Somebody of the demonstration where there is one, so that their pages are full; otherwise somebody new.</summary>
    private static async Task<SignedIn?> MemberAsync(Node node, string role) => role switch
    {
        "visitor" => null,
        "member" => await node.SignInHolderAsync(Role.Volunteer) ?? await node.SignInAsync(),
        nameof(Role.Volunteer) => await node.SignInHolderAsync(Role.Volunteer) ?? await node.SignInVolunteerAsync(),
        _ => await node.SignInHolderAsync(Enum.Parse<Role>(role)) ?? await node.SignInAsync((Enum.Parse<Role>(role), Scope.National)),
    };

    [GeneratedRegex(@"\{\**(\w+)[^}]*\}")]
    private static partial Regex Parameter();
}
