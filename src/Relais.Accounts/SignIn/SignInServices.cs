using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Relais.Accounts.Contracts;
using Relais.Accounts.Passkeys;
using Relais.Accounts.Sessions;
using Relais.Accounts.Tokens;
using Relais.Kernel.Api;
using Relais.Kernel.Messages;

namespace Relais.Accounts.SignIn;

internal static class SignInServices
{
    private const string Scheme = "Relais";

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

        services.AddScoped<OpenSessions>();
        services.AddScoped<SessionUse>();
        services.TryAddScoped<IPasskeyHandler<Account>, PasskeyHandler<Account>>();
        services.Configure<IdentityPasskeyOptions>(passkeys => (passkeys.UserVerificationRequirement, passkeys.ResidentKeyRequirement) = ("required", "required"));
        services.AddScoped<Challenges>();
        services.AddScoped<PasskeySignIn>();
        services.AddScoped<PasskeyRegistration>();
        services.AddMessage<PasskeyAddedMessage, PasskeyAddedMessage.Writer>();
        services.AddScoped<AttemptLimit>();
        services.AddScoped<IAttempts>(provider => provider.GetRequiredService<AttemptLimit>());
        services.AddScoped<PasswordSignIn>();
        services.AddScoped<SignInLinks>();
        services.AddMessage<SignInLinkMessage, SignInLinkMessage.Writer>();

        services.AddScoped<ApiTokens>();
        services.AddAuthentication(Scheme)
            .AddPolicyScheme(Scheme, displayName: null, options => options.ForwardDefaultSelector = SchemeOf)
            .AddScheme<AuthenticationSchemeOptions, TokenAuthentication>(TokenAuthentication.SchemeName, _ => { })
            .AddCookie(IdentityConstants.ApplicationScheme, SetCookie);
    }

    /// <summary>
    /// Under /api a token; a cookie reads there too (pages do), but never writes: what another site makes a browser send
    /// carries the cookie.
    /// </summary>
    private static string SchemeOf(HttpContext http)
    {
        var isRead = HttpMethods.IsGet(http.Request.Method) || HttpMethods.IsHead(http.Request.Method);
        var hasCookieAlone = isRead && http.Request.Headers.Authorization.Count is 0;
        return http.Request.IsApi() && !hasCookieAlone ? TokenAuthentication.SchemeName : IdentityConstants.ApplicationScheme;
    }

    private static void SetCookie(CookieAuthenticationOptions options)
    {
        options.Cookie.Name = "relais";
        options.Cookie.HttpOnly = true;
        options.Cookie.SameSite = SameSiteMode.Lax;
        options.LoginPath = "/connexion";
        options.ReturnUrlParameter = "retour";
        options.ExpireTimeSpan = Session.Stay;
        options.SlidingExpiration = true;
        options.Events.OnSigningIn = context =>
        {
            context.CookieOptions.Secure = !IsLocal(context.Request.Host.Host);
            if (!context.Properties.IsPersistent)
            {
                context.Properties.ExpiresUtc = context.Options.TimeProvider!.GetUtcNow() + Session.Visit;
            }

            return Task.CompletedTask;
        };
    }

    private static bool IsLocal(string host) => host is "localhost" or "127.0.0.1" or "[::1]";
}
