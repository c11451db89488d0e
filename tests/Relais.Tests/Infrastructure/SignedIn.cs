using System.Net.Http.Headers;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using Relais.Accounts.Contracts;
using Relais.Accounts.Rights;
using Relais.Accounts.Sessions;
using Relais.Accounts.SignIn;
using Relais.Kernel.Data;

namespace Relais.Tests.Infrastructure;

/// <summary>Somebody with an account, and a browser in which it is signed in by the cookie that the sign-in page gives.</summary>
internal sealed record SignedIn(PersonId Person, AccountId Account, HttpClient Browser);

internal static class SigningIn
{
    /// <summary>A new person with an account that holds these roles; no role makes a plain member.</summary>
    public static async Task<SignedIn> SignInAsync(this Node node, params (Role Role, Scope Scope)[] roles)
    {
        await using var services = node.Services.CreateAsyncScope();
        var person = services.ServiceProvider.GetRequiredService<IPeople>().Create(new NewPerson("Camille", "Le Goff"));
        var account = await services.ServiceProvider.GetRequiredService<IAccounts>().OpenAsync(person, TestContext.Current.CancellationToken);
        var db = services.ServiceProvider.GetRequiredService<RelaisDb>();
        await db.SaveChangesAsync(TestContext.Current.CancellationToken);

        foreach (var (role, scope) in roles)
        {
            await services.ServiceProvider.GetRequiredService<IRoles>().GiveAsync(account, role, scope, "test", TestContext.Current.CancellationToken);
        }

        await db.SaveChangesAsync(TestContext.Current.CancellationToken);
        return new SignedIn(person, account, await node.BrowserOfAsync(account));
    }

    /// <summary>A volunteer: the role is held over oneself.</summary>
    public static async Task<SignedIn> SignInVolunteerAsync(this Node node)
    {
        var member = await node.SignInAsync();
        await using var services = node.Services.CreateAsyncScope();
        await services.ServiceProvider.GetRequiredService<IRoles>()
            .GiveAsync(member.Account, Role.Volunteer, new Scope.Self(member.Person), "test", TestContext.Current.CancellationToken);
        await services.ServiceProvider.GetRequiredService<RelaisDb>().SaveChangesAsync(TestContext.Current.CancellationToken);
        return member;
    }

    /// <summary>Somebody who is known already, as the volunteer that they are.</summary>
    public static async Task<SignedIn> SignInAsVolunteerAsync(this Node node, PersonId person)
    {
        await using var services = node.Services.CreateAsyncScope();
        var account = await services.ServiceProvider.GetRequiredService<IAccounts>().OpenAsync(person, TestContext.Current.CancellationToken);
        await services.ServiceProvider.GetRequiredService<RelaisDb>().SaveChangesAsync(TestContext.Current.CancellationToken);
        await services.ServiceProvider.GetRequiredService<IRoles>().GiveAsync(account, Role.Volunteer, new Scope.Self(person), "test", TestContext.Current.CancellationToken);
        await services.ServiceProvider.GetRequiredService<RelaisDb>().SaveChangesAsync(TestContext.Current.CancellationToken);
        return new SignedIn(person, account, await node.BrowserOfAsync(account));
    }

    /// <summary>Another browser of the same person, with the account as it is now.</summary>
    public static Task<HttpClient> SignInAgainAsync(this Node node, SignedIn member) => node.BrowserOfAsync(member.Account);

    /// <summary>A browser in which the account is signed in.</summary>
    public static Task<HttpClient> BrowserOfAsync(this Node node, AccountId account) => node.WithDbAsync(async db =>
    {
        var now = node.Services.GetRequiredService<TimeProvider>().GetUtcNow();
        var session = new Session { AccountId = account, Device = "Firefox, Linux", Means = SignInMeans.Password, Stays = true, StartedAt = now, SeenAt = now };
        db.Add(session);
        await db.SaveChangesAsync(TestContext.Current.CancellationToken);
        return node.BrowserWith((await db.FindAsync<Account>(account))!, session);
    });

    /// <summary>The first who holds the role, as the demonstration made them; nobody when nobody does.</summary>
    public static async Task<(SignedIn Member, Scope Scope)?> HolderOfAsync(this Node node, Role role)
    {
        await using var services = node.Services.CreateAsyncScope();
        var db = services.ServiceProvider.GetRequiredService<RelaisDb>();
        var accounts = services.ServiceProvider.GetRequiredService<IAccounts>();
        var held = db.Set<HeldRole>().Where(given => given.Role == role && given.ValidTo == null).OrderBy(given => given.Id).FirstOrDefault();
        return held is not null && await accounts.PersonOfAsync(held.AccountId, TestContext.Current.CancellationToken) is { } person
            ? (new SignedIn(person, held.AccountId, await node.BrowserOfAsync(held.AccountId)), held.Scope)
            : null;
    }

    public static async Task<SignedIn?> SignInHolderAsync(this Node node, Role role) => (await node.HolderOfAsync(role))?.Member;

    /// <summary>A browser that shows answers as they are: a redirection is not followed.</summary>
    public static HttpClient Visitor(this Node node) => node.CreateClient(new WebApplicationFactoryClientOptions { AllowAutoRedirect = false });

    private static HttpClient BrowserWith(this Node node, Account account, Session session)
    {
        var options = node.Services.GetRequiredService<IOptionsMonitor<CookieAuthenticationOptions>>().Get(IdentityConstants.ApplicationScheme);
        var now = new[] { DateTimeOffset.UtcNow, node.Services.GetRequiredService<TimeProvider>().GetUtcNow() }.Max();
        var properties = new AuthenticationProperties { IsPersistent = true, IssuedUtc = now, ExpiresUtc = now.AddDays(1) };
        var ticket = new AuthenticationTicket(
            Passport.Of(account).ToPrincipal(IdentityConstants.ApplicationScheme, Passport.InSession(session.Id)), properties, IdentityConstants.ApplicationScheme);

        var browser = node.Visitor();
        browser.DefaultRequestHeaders.Add("Cookie", $"{options.Cookie.Name}={options.TicketDataFormat.Protect(ticket)}");
        browser.DefaultRequestHeaders.Accept.Add(new MediaTypeWithQualityHeaderValue("text/html"));
        return browser;
    }
}
