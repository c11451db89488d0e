using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Relais.Accounts.Contracts;
using Relais.Accounts.Rights;
using Relais.Tests.Infrastructure;

namespace Relais.Tests.Browsing;

/// <param name="Url">An address that exists.</param>
/// <param name="Role">As what it is opened, for the report.</param>
/// <param name="Member">Nobody for what a visitor may read.</param>
internal sealed record Visit(string Url, string Role, SignedIn? Member);

/// <summary>The pages of the access table, with an address that exists and somebody who may open it.</summary>
internal sealed class PageTable(Node node)
{
    private readonly Dictionary<string, SignedIn?> _members = new(StringComparer.Ordinal);

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public async Task<IReadOnlyList<Visit>> ReadAsync(bool everyRole)
    {
        var pages = node.Services.GetRequiredService<EndpointDataSource>().Endpoints.OfType<RouteEndpoint>()
            .Where(endpoint => endpoint.Metadata.GetMetadata<PageActionDescriptor>() is not null)
            .Select(AccessTable.RouteOf).ToHashSet(StringComparer.Ordinal);
        var visits = new List<Visit>();
        foreach (var rule in node.Services.GetRequiredService<AccessTable>().Rules.Where(rule => rule.Method is "GET" && pages.Contains(rule.Route)))
        {
            visits.AddRange(await VisitsAsync(rule, everyRole));
        }

        return visits;
    }

    /// <summary>How a row is opened as each role that it grants, or as the first alone; nothing when the database holds no example.</summary>
    public async Task<IReadOnlyList<Visit>> VisitsAsync(AccessRule rule, bool everyRole)
    {
        var visits = new List<Visit>();
        var grants = rule.Who is Who.Holders holders ? holders.Grants : [];
        foreach (var grant in grants.DistinctBy(grant => grant.Role).Take(everyRole ? grants.Count : 1))
        {
            if (await PageAddress.ValuesAsync(node, rule, person: null) is { } values)
            {
                visits.Add(await VisitAsync(rule, grant, values));
            }
        }

        if (grants is [])
        {
            var volunteer = await MemberAsync(Role.Volunteer, resource: null);
            if (await PageAddress.ValuesAsync(node, rule, volunteer.Member.Person) is { } values)
            {
                visits.Add(rule.Who is Who.Members
                    ? new Visit(PageAddress.Of(rule, values), volunteer.Name, volunteer.Member)
                    : new Visit(PageAddress.Of(rule, values), "visitor", Member: null));
            }
        }

        return visits;
    }

    /// <summary>Somebody who may open the row and never has.</summary>
    public async Task<SignedIn> SomebodyNewAsync(AccessRule rule)
    {
        var grant = ((Who.Holders)rule.Who).Grants[0];
        var values = await PageAddress.ValuesAsync(node, rule, person: null);
        return await node.SignInAsync((grant.Role, ScopeOver(grant.Role, await ResourceAsync(grant, values!))));
    }

    private async Task<Visit> VisitAsync(AccessRule rule, Who.Grant grant, IReadOnlyDictionary<string, string> values)
    {
        var (name, member) = await MemberAsync(grant.Role, await ResourceAsync(grant, values));
        return new Visit(PageAddress.Of(rule, values), name, member);
    }

    private async Task<Resource?> ResourceAsync(Who.Grant grant, IReadOnlyDictionary<string, string> values)
    {
        await using var services = node.Services.CreateAsyncScope();
        var route = new RouteValueDictionary(values.Select(pair => KeyValuePair.Create(pair.Key, (object?)pair.Value)));
        return grant.ResourceOf is null ? null : await grant.ResourceOf.FindAsync(services.ServiceProvider, route, Cancellation);
    }

    /// <summary>Somebody of the demonstration who covers the resource, so that their pages are full; otherwise somebody new who does.</summary>
    private async Task<(string Name, SignedIn Member)> MemberAsync(Role role, Resource? resource)
    {
        await using var services = node.Services.CreateAsyncScope();
        var held = await node.HolderOfAsync(role);
        if (held is not null && (resource is null || await services.ServiceProvider.GetRequiredService<Coverage>().CoversAsync(held.Value.Scope, resource, Cancellation)))
        {
            return ($"{role}", await OnceAsync($"{role}", () => Task.FromResult(held.Value.Member)));
        }

        if (role is Role.Volunteer && resource is null)
        {
            return ("new volunteer", await OnceAsync("new volunteer", node.SignInVolunteerAsync));
        }

        if (role is Role.Volunteer && resource?.Person is { } person)
        {
            return ($"{role} {person}", await OnceAsync($"{role} {person}", () => node.SignInAsVolunteerAsync(person)));
        }

        var scope = ScopeOver(role, resource);
        return ($"{role} over {scope}", await OnceAsync($"{role} over {scope}", () => node.SignInAsync((role, scope))));
    }

    private async Task<SignedIn> OnceAsync(string name, Func<Task<SignedIn>> signIn)
    {
        if (!_members.TryGetValue(name, out var member))
        {
            _members[name] = member = await signIn();
        }

        return member!;
    }

    private static Scope ScopeOver(Role role, Resource? resource) => RoleScopes.KindsOf(role)[0] switch
    {
        "facility" => new Scope.Facility(resource?.Finess ?? "290000017"),
        "territory" => new Scope.Territory("REG-53"),
        _ => Scope.National,
    };
}
