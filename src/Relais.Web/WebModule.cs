using Relais.Design.Navigation;
using Relais.Kernel.Modules;
using Relais.Web.Hosting;
using Relais.Web.Installation;
using Relais.Web.Language;
using Relais.Web.Mailbox;
using Relais.Web.SiteMap;

namespace Relais.Web;

/// <summary>The door of the house: its own pages (home, legal, errors), rights and words.</summary>
internal sealed class WebModule : Module
{
    public override string Key => "web";

    public override void AddServices(IServiceCollection services)
    {
        services.AddSingleton(provider => Configuration(provider).GetSection("Operator").Get<Operator>() ?? new Operator());
        services.AddSingleton<SitePages>();
        services.AddSingleton(provider => new Demonstration(Configuration(provider).GetValue<bool>("Demonstration")));
        services.AddScoped<MailFolders>();
        services.AddHostedService<ExerciseEnd>();
        services.AddNavigation("Recherche", "/recherche", 80, visibleFor: person => person.Identity is { IsAuthenticated: true });
    }

    public override void MapEndpoints(IEndpointRouteBuilder endpoints)
    {
        endpoints.MapLanguage();
        FormattedMail.Map(endpoints);
    }

    private static IConfiguration Configuration(IServiceProvider provider) => provider.GetRequiredService<IConfiguration>();
}
