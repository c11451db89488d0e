using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Relais.Accounts.Contracts;
using Relais.Accounts.Rights;
using Relais.Kernel.Journal;
using Relais.Kernel.Modules;

namespace Relais.Accounts;

public sealed class AccountsModule : Module
{
    public override string Key => "accounts";

    public override void AddServices(IServiceCollection services)
    {
        services.AddSingleton<AccessTable>();
        services.TryAddSingleton<IScopeResolver, NoPlaces>();
        services.AddScoped<Coverage>();
        services.AddScoped<Judge>();
        services.AddScoped<CurrentUser>();
        services.AddScoped<ICurrentUser>(provider => provider.GetRequiredService<CurrentUser>());
        services.AddHttpContextAccessor();
        services.AddScoped<ICurrentActor, CurrentActor>();
        services.AddAuthentication(IdentityConstants.ApplicationScheme).AddCookie(IdentityConstants.ApplicationScheme, SignInCookie);
    }

    private static void SignInCookie(CookieAuthenticationOptions cookie)
    {
        cookie.LoginPath = "/connexion";
        cookie.ReturnUrlParameter = "retour";
    }
}
