using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;
using Relais.Accounts.Rights;

namespace Relais.Accounts.Contracts;

public static class AccessServices
{
    /// <summary>Adds the rows of a room to the one access table.</summary>
    public static IServiceCollection AddAccess(this IServiceCollection services, Action<AccessRules> declare)
    {
        var rules = new AccessRules();
        declare(rules);
        return services.AddSingleton(rules);
    }

    /// <summary>Finds out who asks, then refuses what the access table does not grant; after routing, before the endpoints.</summary>
    public static IApplicationBuilder UseAccess(this IApplicationBuilder app) =>
        app.UseAuthentication().UseMiddleware<Gate>();
}
