using System.Net;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Relais.Accounts.Contracts;
using Relais.Accounts.Sessions;
using Relais.Kernel.Data;
using Relais.Kernel.Time;
using Relais.Tests.Infrastructure;

namespace Relais.Tests.Accounts;

/// <summary>Where somebody is signed in is theirs to see and to close.</summary>
public sealed class SessionTests(PostgresServer postgres)
{
    internal const string Password = "lampe girafe orage velo";
    internal const string Address = "camille@exemple.fr";
    private const string Devices = "/mon-compte/appareils";
    private const string Telephone = "Mozilla/5.0 (Android 15; Mobile; rv:140.0) Gecko/140.0 Firefox/140.0";
    private const string Office = "Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/143.0.0.0 Safari/537.36 Edg/143.0.0.0";

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Theory, OnEveryEngine]
    public async Task A_device_closed_from_another_opens_nothing_at_its_next_request_and_loses_its_copies(Engine engine)
    {
        await using var installation = await Installation.CreateAsync(engine, postgres);
        var node = installation.AddNode();
        await OpenAccountAsync(node);
        var (phone, office) = (await SignInAsync(node, Telephone), await SignInAsync(node, Office));

        var page = await phone.GetPageAsync(Devices);
        var cards = page.QuerySelectorAll("main li.rs-card").ToList();
        Assert.Equal(["Firefox, Android cet appareil", "Edge, Windows"], cards.ConvertAll(card => string.Join(' ', card.QuerySelector("h2")!.TextContent.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries))));
        var closing = await phone.SubmitAsync(page, Devices, ("session", cards[1].QuerySelector("input[name=session]")!.GetAttribute("value")!));
        Assert.Equal(HttpStatusCode.Redirect, closing.StatusCode);

        var next = await office.GetAsync(new Uri("/mon-compte", UriKind.Relative), Cancellation);
        Assert.StartsWith("/connexion", next.Headers.Location?.PathAndQuery, StringComparison.Ordinal);
        Assert.Equal("\"storage\"", Assert.Single(next.Headers.GetValues("Clear-Site-Data")));
        Assert.Equal(HttpStatusCode.OK, await phone.StatusOf("/mon-compte"));
        Assert.Single((await phone.GetPageAsync(Devices)).QuerySelectorAll("main li.rs-card"));
    }

    [Theory, OnEveryEngine]
    public async Task All_others_are_closed_at_once_and_a_new_password_does_the_same(Engine engine)
    {
        await using var installation = await Installation.CreateAsync(engine, postgres);
        var node = installation.AddNode();
        await OpenAccountAsync(node);
        HttpClient[] browsers = [await SignInAsync(node, Telephone), await SignInAsync(node, Office), await SignInAsync(node, Telephone)];

        await browsers[0].SubmitAsync(await browsers[0].GetPageAsync(Devices), $"{Devices}?handler=Others");
        Assert.Equal([HttpStatusCode.OK, HttpStatusCode.Redirect, HttpStatusCode.Redirect], await StatusesAsync(browsers));

        browsers[1] = await SignInAsync(node, Office);
        var page = await browsers[0].GetPageAsync("/mon-compte/mot-de-passe");
        await browsers[0].SubmitAsync(page, "/mon-compte/mot-de-passe", ("Form.Current", Password), ("Form.New", "tulipe canot brume sept"));
        Assert.Equal([HttpStatusCode.OK, HttpStatusCode.Redirect, HttpStatusCode.Redirect], await StatusesAsync(browsers));
        Assert.Single(await node.ReadAsync<Session>(session => session.ClosedAt == null));
    }

    [Theory, OnEveryEngine]
    public async Task Nobody_closes_the_device_of_another(Engine engine)
    {
        await using var installation = await Installation.CreateAsync(engine, postgres);
        var node = installation.AddNode();
        var (mine, theirs) = (await node.SignInAsync(), await node.SignInAsync());
        var session = Assert.Single(await node.ReadAsync<Session>(one => one.AccountId == theirs.Account));

        var answer = await mine.Browser.SubmitAsync(await mine.Browser.GetPageAsync(Devices), Devices, ("session", $"{session.Id}"));

        Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
        Assert.Equal(HttpStatusCode.OK, await theirs.Browser.StatusOf("/mon-compte"));
    }

    [Theory, OnEveryEngine]
    public async Task A_cookie_copied_before_signing_out_opens_nothing_after(Engine engine)
    {
        await using var installation = await Installation.CreateAsync(engine, postgres);
        var node = installation.AddNode();
        var member = await node.SignInAsync();
        var copy = node.Visitor();
        copy.DefaultRequestHeaders.Add("Cookie", member.Browser.DefaultRequestHeaders.GetValues("Cookie"));
        Assert.Equal(HttpStatusCode.OK, await copy.StatusOf("/mon-compte"));

        await member.Browser.SubmitAsync(await member.Browser.GetPageAsync("/deconnexion"), "/deconnexion");

        Assert.Equal(HttpStatusCode.Redirect, await copy.StatusOf("/mon-compte"));
    }

    [Theory, OnEveryEngine]
    public async Task When_a_device_was_last_seen_is_kept_to_the_hour(Engine engine)
    {
        await using var installation = await Installation.CreateAsync(engine, postgres);
        var clock = new SettableClock();
        clock.Set(new DateTimeOffset(2026, 12, 8, 9, 40, 0, TimeSpan.Zero));
        var node = installation.AddNode(services => services.Replace(ServiceDescriptor.Singleton<TimeProvider>(clock)));
        await OpenAccountAsync(node);
        var browser = await SignInAsync(node, Telephone);

        clock.Set(new DateTimeOffset(2026, 12, 8, 14, 27, 31, TimeSpan.Zero));
        await browser.StatusOf("/mon-compte");

        var session = Assert.Single(await node.ReadAsync<Session>(_ => true));
        Assert.Equal(new DateTimeOffset(2026, 12, 8, 14, 0, 0, TimeSpan.Zero), session.SeenAt);
        Assert.False(session.IsOpenAt(clock.GetUtcNow().AddDays(1)));
    }

    [Fact]
    public void A_device_is_named_in_words_and_never_invented()
    {
        Assert.Equal("Firefox, Android", DeviceName.Of(Telephone));
        Assert.Equal("Edge, Windows", DeviceName.Of(Office));
        Assert.Equal("Safari, iPhone", DeviceName.Of("Mozilla/5.0 (iPhone; CPU iPhone OS 19_0 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/19.0 Mobile/15E148 Safari/604.1"));
        Assert.Equal("Chrome, Mac", DeviceName.Of("Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/143.0.0.0 Safari/537.36"));
        Assert.Equal("Samsung Internet, Android", DeviceName.Of("Mozilla/5.0 (Linux; Android 14; SM-S918B) AppleWebKit/537.36 (KHTML, like Gecko) SamsungBrowser/28.0 Chrome/130.0.0.0 Mobile Safari/537.36"));
        Assert.Equal(DeviceName.Unknown, DeviceName.Of("licorne"));
        Assert.Equal(DeviceName.Unknown, DeviceName.Of(null));
    }

    private static async Task<HttpStatusCode[]> StatusesAsync(HttpClient[] browsers)
    {
        var statuses = new HttpStatusCode[browsers.Length];
        for (var browser = 0; browser < browsers.Length; browser++)
        {
            statuses[browser] = await browsers[browser].StatusOf("/mon-compte");
        }

        return statuses;
    }

    private static async Task<HttpClient> SignInAsync(Node node, string userAgent)
    {
        var browser = node.Visitor();
        browser.DefaultRequestHeaders.Add("User-Agent", userAgent);
        var answer = await browser.SubmitAsync(await browser.GetPageAsync("/connexion"), "/connexion", ("Form.Email", Address), ("Form.Password", Password));
        Assert.Equal(HttpStatusCode.Redirect, answer.StatusCode);
        return browser;
    }

    internal static async Task OpenAccountAsync(Node node)
    {
        await using var services = node.Services.CreateAsyncScope();
        var (people, accounts) = (services.ServiceProvider.GetRequiredService<IPeople>(), services.ServiceProvider.GetRequiredService<IAccounts>());
        var person = people.Create(new NewPerson("Camille", "Le Goff"));
        Assert.True(ContactPoint.TryEmail(Address, out var address));
        await people.AddAddressAsync(person, address, Cancellation, isProved: true);
        Assert.Null(await accounts.SetPasswordAsync(await accounts.OpenAsync(person, Cancellation), Password, Cancellation));
        await services.ServiceProvider.GetRequiredService<RelaisDb>().SaveChangesAsync(Cancellation);
    }
}
