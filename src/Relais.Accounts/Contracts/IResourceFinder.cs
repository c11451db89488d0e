using Microsoft.AspNetCore.Routing;

namespace Relais.Accounts.Contracts;

/// <summary>
/// Finds what a request is about from its route values, before the endpoint runs. A room writes one for each kind of
/// resource whose place is not in the address (an offer leads to a need, which leads to a facility).
/// </summary>
public interface IResourceFinder
{
    /// <returns>Nothing when the resource does not exist: the answer is 404.</returns>
    ValueTask<Resource?> FindAsync(RouteValueDictionary route, CancellationToken cancellation);
}
