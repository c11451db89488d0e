using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace Relais.Tests.BadInput;

/// <summary>Nothing works in the background, so that a row that appears is the doing of the request just sent.</summary>
internal static class QuietRooms
{
    public static void Join(IServiceCollection services)
    {
        foreach (var background in services.Where(service => service.ServiceType == typeof(IHostedService)
            && service.ImplementationType?.Namespace?.StartsWith("Relais.", StringComparison.Ordinal) is true).ToList())
        {
            services.Remove(background);
        }
    }
}
