using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.RazorPages.Infrastructure;
using Microsoft.AspNetCore.Routing;
using Microsoft.AspNetCore.StaticAssets;
using Microsoft.Extensions.DependencyInjection;

namespace Relais.Tests.Rights;

/// <summary>Every method of every route that the running application answers, read from the application itself; HEAD follows GET.</summary>
internal static class EndpointTable
{
    public static async Task<IReadOnlyList<(string Method, string Route)>> ReadAsync(IServiceProvider services)
    {
        var endpoints = services.GetRequiredService<EndpointDataSource>().Endpoints.OfType<RouteEndpoint>()
            .Where(endpoint => endpoint.Metadata.GetMetadata<StaticAssetDescriptor>() is null);

        var listed = new HashSet<(string, string)>();
        foreach (var endpoint in endpoints)
        {
            foreach (var method in await MethodsAsync(services, endpoint))
            {
                listed.Add((method, $"/{endpoint.RoutePattern.RawText!.Trim('/')}"));
            }
        }

        return [.. listed.OrderBy(row => row.Item2, StringComparer.Ordinal).ThenBy(row => row.Item1, StringComparer.Ordinal)];
    }

    private static async Task<IEnumerable<string>> MethodsAsync(IServiceProvider services, RouteEndpoint endpoint)
    {
        if (endpoint.Metadata.GetMetadata<PageActionDescriptor>() is { } page)
        {
            var compiled = await services.GetRequiredService<PageLoader>().LoadAsync(page, endpoint.Metadata);
            return compiled.HandlerMethods.Select(handler => handler.HttpMethod.ToUpperInvariant()).Append("GET").Distinct();
        }

        return endpoint.Metadata.GetMetadata<IHttpMethodMetadata>()?.HttpMethods.Where(method => method is not "HEAD") ?? ["GET"];
    }
}
