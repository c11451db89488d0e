using Microsoft.AspNetCore.Routing;
using Relais.Accounts.Contracts;

namespace Relais.Accounts.Rights;

internal enum Verdict
{
    Allowed,
    SignInNeeded,
    NotAllowed,
    NotFound,
}

/// <summary>Applies one row of the access table to one request.</summary>
internal sealed class Judge(CurrentUser user, Coverage coverage, IServiceProvider services)
{
    public async ValueTask<Verdict> JudgeAsync(AccessRule rule, RouteValueDictionary route, CancellationToken cancellation) => rule.Who switch
    {
        Who.Everybody or Who.Bearers => Verdict.Allowed,
        _ when !user.IsSignedIn => Verdict.SignInNeeded,
        Who.Members => Verdict.Allowed,
        Who.Holders holders when await JudgeAsync(holders, route, cancellation) is var verdict => verdict is Verdict.NotAllowed && rule.IsHidden
            ? Verdict.NotFound
            : verdict,
        _ => Verdict.NotAllowed,
    };

    private async ValueTask<Verdict> JudgeAsync(Who.Holders holders, RouteValueDictionary route, CancellationToken cancellation)
    {
        var verdict = Verdict.NotAllowed;

        foreach (var grant in holders.Grants.Where(grant => user.Has(grant.Role)))
        {
            if (grant.ResourceOf is null)
            {
                return Verdict.Allowed;
            }

            if (await grant.ResourceOf.FindAsync(services, route, cancellation) is not { } resource)
            {
                verdict = Verdict.NotFound;
            }
            else if (await CoveredAsync(grant.Role, resource, cancellation))
            {
                return Verdict.Allowed;
            }
        }

        return verdict;
    }

    private async ValueTask<bool> CoveredAsync(Role role, Resource resource, CancellationToken cancellation)
    {
        foreach (var scope in user.ScopesOf(role))
        {
            if (await coverage.CoversAsync(scope, resource, cancellation))
            {
                return true;
            }
        }

        return false;
    }
}
