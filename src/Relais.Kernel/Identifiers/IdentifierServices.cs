using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using Relais.Kernel.Text;

namespace Relais.Kernel.Identifiers;

internal static class IdentifierServices
{
    public static void AddIdentifiers(this IServiceCollection services)
    {
        services.AddOptions<IdentifierSettings>().BindConfiguration("Identifiers");
        services.Configure<MvcOptions>(options =>
        {
            options.ModelBinderProviders.Insert(0, new IdentifierBinders());
            options.ModelBinderProviders.Insert(1, new ReadableTextBinders());
        });

        // Converters of the options come before the one on the type: the API follows the setting.
        services.AddOptions<Microsoft.AspNetCore.Http.Json.JsonOptions>().Configure<IOptions<IdentifierSettings>>((json, settings) =>
            json.SerializerOptions.Converters.Add(new IdentifierJson<Rpps>(settings.Value.ParseRpps)));
    }
}
