using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Options;
using Relais.Design.Fields;
using Relais.Design.Files;
using Relais.Design.Navigation;
using Relais.Kernel.Modules;

namespace Relais.Design;

/// <summary>The look of every page: tag helpers, navigation and the words of forms.</summary>
public sealed class DesignModule : Module
{
    public override string Key => "design";

    public override void AddServices(IServiceCollection services)
    {
        services.Configure<MvcOptions>(mvc => mvc.Filters.Add<SendTables>(SendTables.Order));
        services.AddSingleton<IPostConfigureOptions<MvcOptions>, FormWords>();
        services.AddScoped<INavigation, ServiceNavigation>();
        services.TryAddScoped<IPageAccess, OpenToAll>();
    }
}
