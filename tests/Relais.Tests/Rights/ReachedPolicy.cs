using Microsoft.AspNetCore.Diagnostics;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.AspNetCore.Routing.Matching;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace Relais.Tests.Rights;

/// <summary>
/// Puts in the place of every endpoint one that only says that it was reached: the routing, the sign-in and the gate
/// are the real ones, and nothing is changed by walking everywhere.
/// </summary>
internal sealed class ReachedPolicy : MatcherPolicy, IEndpointSelectorPolicy
{
    public const int Reached = 299;

    public override int Order => int.MaxValue;

    public static void Join(IServiceCollection services) =>
        services.TryAddEnumerable(ServiceDescriptor.Singleton<MatcherPolicy, ReachedPolicy>());

    public bool AppliesToEndpoints(IReadOnlyList<Endpoint> endpoints) => true;

    public Task ApplyAsync(HttpContext httpContext, CandidateSet candidates)
    {
        // Error pages are shown for real: they carry the status that was met.
        if (httpContext.Features.Get<IStatusCodeReExecuteFeature>() is not null)
        {
            return Task.CompletedTask;
        }

        for (var index = 0; index < candidates.Count; index++)
        {
            if (candidates.IsValidCandidate(index) && candidates[index] is { Endpoint: RouteEndpoint endpoint } candidate)
            {
                candidates.ReplaceEndpoint(index, new RouteEndpoint(SayAsync, endpoint.RoutePattern, endpoint.Order, endpoint.Metadata, endpoint.DisplayName), candidate.Values);
            }
        }

        return Task.CompletedTask;
    }

    private static Task SayAsync(HttpContext http)
    {
        http.Response.StatusCode = Reached;
        return Task.CompletedTask;
    }
}
