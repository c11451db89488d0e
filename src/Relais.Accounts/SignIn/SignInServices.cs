using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Relais.Accounts.Contracts;
using Relais.Kernel.Messages;

namespace Relais.Accounts.SignIn;

internal static class SignInServices
{
    public static void AddSignIn(this IServiceCollection services)
    {
        services.AddIdentityCore<Account>(identity =>
            {
                identity.Lockout.MaxFailedAccessAttempts = 5;
                identity.Lockout.DefaultLockoutTimeSpan = TimeSpan.FromMinutes(15);
            })
            .AddUserStore<AccountStore>()
            .AddSignInManager();
        services.RemoveAll<IUserValidator<Account>>();
        services.RemoveAll<IPasswordValidator<Account>>();
        services.AddSingleton<IPasswordValidator<Account>, PasswordRules>();
        services.AddScoped<IUserClaimsPrincipalFactory<Account>, Passport.Factory>();
        services.AddScoped<KnownAccounts>();
        services.AddScoped<IAccounts>(provider => provider.GetRequiredService<KnownAccounts>());

        services.AddScoped<AttemptLimit>();
        services.AddScoped<PasswordSignIn>();
        services.AddScoped<SignInLinks>();
        services.AddMessage<SignInLinkMessage, SignInLinkMessage.Writer>();

        services.AddAuthentication(IdentityConstants.ApplicationScheme)
            .AddCookie(IdentityConstants.ApplicationScheme, SetCookie);
    }

    private static void SetCookie(CookieAuthenticationOptions options)
    {
        options.Cookie.Name = "relais";
        options.Cookie.HttpOnly = true;
        options.Cookie.SameSite = SameSiteMode.Lax;
        options.LoginPath = "/connexion";
        options.ReturnUrlParameter = "retour";
        options.ExpireTimeSpan = TimeSpan.FromDays(30);
        options.SlidingExpiration = true;
        options.Events.OnSigningIn = context =>
        {
            context.CookieOptions.Secure = !IsLocal(context.Request.Host.Host);
            if (!context.Properties.IsPersistent)
            {
                context.Properties.ExpiresUtc = context.Options.TimeProvider!.GetUtcNow().AddHours(12);
            }

            return Task.CompletedTask;
        };
    }

    private static bool IsLocal(string host) => host is "localhost" or "127.0.0.1" or "[::1]";
}
