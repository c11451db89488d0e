using Microsoft.Extensions.DependencyInjection;
using Relais.Kernel.Modules;
using Relais.Volunteers.Dossier;
using Relais.Volunteers.Pool;

namespace Relais.Volunteers;

public sealed class VolunteersModule : Module
{
    public override string Key => "volunteers";

    public override void AddServices(IServiceCollection services)
    {
        services.AddScoped<PoolClock>();
        services.AddScoped<Dossiers>();
    }
}
