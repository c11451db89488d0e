using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http.Json;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace Relais.Kernel.Api;

public static class ApiServices
{
    /// <summary>Answers whatever goes wrong under /api with a problem; before whoever decides who may.</summary>
    public static IApplicationBuilder UseApiProblems(this IApplicationBuilder app) => app.UseMiddleware<ApiProblems>();

    /// <summary>Gives the same answer to a request that is sent again; after whoever knows who asks.</summary>
    public static IApplicationBuilder UseIdempotencyKeys(this IApplicationBuilder app) => app.UseMiddleware<IdempotencyKeys>();

    internal static IServiceCollection AddApi(this IServiceCollection services)
    {
        services.Configure<JsonOptions>(options => ApiJson.Configure(options.SerializerOptions));
        services.Configure<RouteHandlerOptions>(options => options.ThrowOnBadRequest = true);
        return services.AddSingleton<KeptAnswers>();
    }
}
