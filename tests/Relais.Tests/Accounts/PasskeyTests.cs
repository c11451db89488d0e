using System.Net;
using System.Text.Json.Nodes;
using Microsoft.EntityFrameworkCore;
using Microsoft.Playwright;
using Relais.Accounts.Contracts;
using Relais.Accounts.Passkeys;
using Relais.Accounts.Sessions;
using Relais.Accounts.SignIn;
using Relais.Kernel.Data;
using Relais.Tests.Browsing;
using Relais.Tests.Infrastructure;
using Relais.Tests.Messages;

namespace Relais.Tests.Accounts;

/// <summary>Keys of a real Chromium with an authenticator that is not there: the browser, the wire and the server are real.</summary>
public sealed class PasskeyTests(Browser browser, PostgresServer postgres)
{
    private const string Keys = "/mon-compte/cles";

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Theory, OnEveryEngine]
    public async Task A_key_is_added_opens_the_account_and_opens_nothing_once_removed(Engine engine)
    {
        await using var installation = await Installation.CreateAsync(engine, postgres);
        var node = installation.AddNode(settings: ("Workers:Enabled", "false"));
        await using var window = await OpenAsync(node);
        var page = window.Page;
        await SignInByPasswordAsync(node, page);

        await AddKeyAsync(page, "mon téléphone");
        var passkey = Assert.Single(await node.ReadAsync<Passkey>(_ => true));
        Assert.Equal("mon téléphone", passkey.Name);
        Assert.Contains(await node.MessagesAsync(), message => message.Template is "accounts.passkey_added");
        await page.GetByLabel("Nom de la clé").First.FillAsync("téléphone de garde");
        await page.GetByRole(AriaRole.Button, new() { Name = "Renommer" }).ClickAsync();
        await Assertions.Expect(page.GetByRole(AriaRole.Heading, new() { Name = "téléphone de garde" })).ToBeVisibleAsync();

        await page.GetByRole(AriaRole.Button, new() { Name = "Se déconnecter" }).First.ClickAsync();
        await page.GotoAsync("/connexion?retour=%2Fmon-compte%2Fappareils");
        await page.GetByRole(AriaRole.Button, new() { Name = "Se connecter avec une clé d’accès" }).ClickAsync();
        await page.WaitForURLAsync("**/mon-compte/appareils");
        await Assertions.Expect(page.GetByText("par une clé d’accès")).ToBeVisibleAsync();
        Assert.NotNull(Assert.Single(await node.ReadAsync<Passkey>(_ => true)).UsedAt);

        await page.GotoAsync(Keys);
        await page.GetByRole(AriaRole.Button, new() { Name = "Retirer" }).ClickAsync();
        await Assertions.Expect(page.GetByText("Aucune clé")).ToBeVisibleAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Se déconnecter" }).First.ClickAsync();
        await page.GotoAsync("/connexion");
        await page.GetByRole(AriaRole.Button, new() { Name = "Se connecter avec une clé d’accès" }).ClickAsync();
        await Assertions.Expect(page.GetByText("Cette clé d’accès n’a pas été reconnue").First).ToBeVisibleAsync();
    }

    [Theory, OnEveryEngine]
    public async Task An_answer_that_is_not_to_its_question_is_not_signed_or_comes_twice_opens_nothing(Engine engine)
    {
        await using var installation = await Installation.CreateAsync(engine, postgres);
        var node = installation.AddNode(settings: ("Workers:Enabled", "false"));
        await using var window = await OpenAsync(node);
        await SignInByPasswordAsync(node, window.Page);
        await AddKeyAsync(window.Page, "clé");
        await window.Context.ClearCookiesAsync();

        var (state, answer) = await AnswerAsync(window.Page);
        var (otherState, _) = await AnswerAsync(window.Page);
        var forged = JsonNode.Parse(answer)!;
        var signature = forged["response"]!["signature"]!.GetValue<string>();
        forged["response"]!["signature"] = (signature[0] is 'M' ? 'N' : 'M') + signature[1..];

        Assert.False(await OpensAsync(node, "licorne", answer));
        Assert.False(await OpensAsync(node, otherState, answer));
        Assert.False(await OpensAsync(node, state, forged.ToJsonString()));
        Assert.False(await OpensAsync(node, state, "{\"id\":1}"));
        Assert.False(await OpensAsync(node, state, answer, "https://ailleurs.exemple"));
        Assert.True(await OpensAsync(node, state, answer));
        Assert.False(await OpensAsync(node, state, answer));
    }

    [Theory, OnEveryEngine]
    public async Task A_count_that_does_not_move_forward_and_a_closed_account_are_refused(Engine engine)
    {
        await using var installation = await Installation.CreateAsync(engine, postgres);
        var node = installation.AddNode(settings: ("Workers:Enabled", "false"));
        await using var window = await OpenAsync(node);
        await SignInByPasswordAsync(node, window.Page);
        await AddKeyAsync(window.Page, "clé");
        await window.Context.ClearCookiesAsync();

        await CountAsync(node, 1_000_000);
        var copied = await AnswerAsync(window.Page);
        Assert.False(await OpensAsync(node, copied.State, copied.Answer));

        await CountAsync(node, 1);
        var mine = await AnswerAsync(window.Page);
        Assert.True(await OpensAsync(node, mine.State, mine.Answer));
        Assert.True(Assert.Single(await node.ReadAsync<Passkey>(_ => true)).SignCount > 1);

        await node.WithDbAsync(db => db.Set<Account>().ExecuteUpdateAsync(account => account.SetProperty(a => a.ClosedAt, DateTimeOffset.UtcNow), Cancellation));
        var closed = await AnswerAsync(window.Page);
        Assert.False(await OpensAsync(node, closed.State, closed.Answer));
    }

    [Theory, OnEveryEngine]
    public async Task Who_is_not_recognised_by_their_device_makes_no_key(Engine engine)
    {
        await using var installation = await Installation.CreateAsync(engine, postgres);
        var node = installation.AddNode(settings: ("Workers:Enabled", "false"));
        await using var window = await OpenAsync(node, isVerified: false);
        await SignInByPasswordAsync(node, window.Page);
        await window.Page.GotoAsync(Keys);
        await Assertions.Expect(window.Page.GetByText("L’appareil n’a pas donné de clé")).ToBeHiddenAsync();
        await window.Page.GetByLabel("Nom de la clé").FillAsync("clé");
        await window.Page.GetByRole(AriaRole.Button, new() { Name = "Ajouter une clé" }).ClickAsync();

        await Assertions.Expect(window.Page.GetByText("L’appareil n’a pas donné de clé")).ToBeVisibleAsync();
        Assert.Empty(await node.ReadAsync<Passkey>(_ => true));
    }

    [Theory, OnEveryEngine]
    public async Task A_session_of_long_ago_adds_no_key_and_a_question_serves_its_own_account(Engine engine)
    {
        await using var installation = await Installation.CreateAsync(engine, postgres);
        var node = installation.AddNode(settings: ("Workers:Enabled", "false"));
        await using var window = await OpenAsync(node);
        var theirs = await node.SignInAsync();
        await SignInByPasswordAsync(node, window.Page);
        var (state, answer) = await AnswerAsync(window.Page, Keys);

        Assert.Contains("pas donné de clé valable", await AddAsync(node, CookieOf(theirs), state, answer), StringComparison.Ordinal);
        Assert.Empty(await node.ReadAsync<Passkey>(_ => true));

        await node.WithDbAsync(db => db.Set<Session>().Where(session => session.AccountId == theirs.Account)
            .ExecuteUpdateAsync(session => session.SetProperty(s => s.StartedAt, DateTimeOffset.UtcNow.AddHours(-2)), Cancellation));
        await using var old = await OpenAsync(node);
        await old.Context.AddCookiesAsync([new Microsoft.Playwright.Cookie { Name = "relais", Value = CookieOf(theirs).Split('=', 2)[1], Url = AddressOf(node).ToString() }]);
        await old.Page.GotoAsync(Keys);
        await Assertions.Expect(old.Page.GetByText("Reconnectez-vous d’abord")).ToBeVisibleAsync();
        await Assertions.Expect(old.Page.Locator("[data-rs-passkey]")).ToHaveCountAsync(0);

        var own = Assert.Single(await window.Context.CookiesAsync(), cookie => cookie.Name is "relais");
        await AddAsync(node, $"relais={own.Value}", state, answer);
        Assert.Single(await node.ReadAsync<Passkey>(_ => true));
        Assert.Contains("pas donné de clé valable", await AddAsync(node, $"relais={own.Value}", state, answer), StringComparison.Ordinal);
    }

    [Theory, OnEveryEngine]
    public async Task A_credential_belongs_to_one_account_by_the_database_itself(Engine engine)
    {
        await using var installation = await Installation.CreateAsync(engine, postgres);
        var node = installation.AddNode();
        var (mine, theirs) = (await node.SignInAsync(), await node.SignInAsync());
        await WriteAsync(node, mine.Account);

        await Assert.ThrowsAsync<DbUpdateException>(() => WriteAsync(node, theirs.Account));

        await node.WithoutConstraintAsync("passkey", "passkey_credential_once", "CONSTRAINT passkey_credential_once UNIQUE (credential_id)");
        await WriteAsync(node, theirs.Account);
    }

    private static Task<int> WriteAsync(Node node, AccountId account) => node.WithDbAsync(db =>
    {
        db.Add(new Passkey
        {
            AccountId = account,
            CredentialId = "c2FtZQ",
            PublicKey = [1],
            Name = "clé",
            SignCount = 0,
            Transports = "usb",
            IsBackedUp = false,
            MayBackUp = false,
            AddedAt = DateTimeOffset.UtcNow,
        });
        return db.SaveChangesAsync(Cancellation);
    });

    private static Task<int> CountAsync(Node node, long count) =>
        node.WithDbAsync(db => db.Set<Passkey>().ExecuteUpdateAsync(passkey => passkey.SetProperty(p => p.SignCount, count), Cancellation));

    /// <summary>A window under a name (keys are bound to names, never to numbers), with an authenticator plugged in.</summary>
    private async Task<Window> OpenAsync(Node node, bool isVerified = true)
    {
        var context = await browser.NewContextAsync(new BrowserNewContextOptions { BaseURL = AddressOf(node).ToString(), Locale = "fr-FR" });
        var page = await context.NewPageAsync();
        var devTools = await context.NewCDPSessionAsync(page);
        await devTools.SendAsync("WebAuthn.enable");
        await devTools.SendAsync("WebAuthn.addVirtualAuthenticator", new Dictionary<string, object>(StringComparer.Ordinal)
        {
            ["options"] = new
            {
                protocol = "ctap2",
                transport = "internal",
                hasResidentKey = true,
                hasUserVerification = true,
                isUserVerified = isVerified,
                automaticPresenceSimulation = true,
            },
        });
        return new Window(context, page);
    }

    private static Uri AddressOf(Node node) => new UriBuilder(node.ServeBrowsers()) { Host = "localhost" }.Uri;

    private static async Task SignInByPasswordAsync(Node node, IPage page)
    {
        await SessionTests.OpenAccountAsync(node);
        await page.GotoAsync("/connexion");
        await page.GetByLabel("Adresse électronique").FillAsync(SessionTests.Address);
        await page.GetByLabel("Mot de passe").FillAsync(SessionTests.Password);
        await page.GetByRole(AriaRole.Button, new() { Name = "Se connecter", Exact = true }).ClickAsync();
        await page.WaitForURLAsync("**/");
    }

    private static async Task AddKeyAsync(IPage page, string name)
    {
        await page.GotoAsync(Keys);
        await page.GetByLabel("Nom de la clé").FillAsync(name);
        await page.GetByRole(AriaRole.Button, new() { Name = "Ajouter une clé" }).ClickAsync();
        await Assertions.Expect(page.GetByRole(AriaRole.Heading, new() { Name = name, Exact = true })).ToBeVisibleAsync();
    }

    /// <summary>What the authenticator answers to the page, without sending it.</summary>
    private static async Task<(string State, string Answer)> AnswerAsync(IPage page, string url = "/connexion")
    {
        await page.GotoAsync(url);
        var answer = await page.EvaluateAsync<string>(
            """
            async () => {
              const form = document.querySelector("[data-rs-passkey]");
              const options = JSON.parse(form.dataset.rsOptions);
              const credential = form.dataset.rsPasskey === "create"
                ? await navigator.credentials.create({ publicKey: PublicKeyCredential.parseCreationOptionsFromJSON(options) })
                : await navigator.credentials.get({ publicKey: PublicKeyCredential.parseRequestOptionsFromJSON(options) });
              return JSON.stringify(credential.toJSON());
            }
            """);
        return (await page.Locator("[data-rs-passkey] input[name$=State]").InputValueAsync(), answer);
    }

    /// <summary>Whether this answer, sent by another browser, opens the account.</summary>
    private static async Task<bool> OpensAsync(Node node, string state, string answer, string? origin = null)
    {
        using var client = ClientOf(node, cookie: null, origin);
        var response = await client.SubmitAsync(await client.GetPageAsync("/connexion"), "/connexion?handler=Passkey", ("Key.State", state), ("Key.Credential", answer));
        return response.StatusCode is HttpStatusCode.Redirect;
    }

    private static async Task<string> AddAsync(Node node, string cookie, string state, string answer)
    {
        using var client = ClientOf(node, cookie);
        var response = await client.SubmitAsync(await client.GetPageAsync(Keys), Keys, ("Form.Name", "clé"), ("Form.State", state), ("Form.Credential", answer));
        return await response.Content.ReadAsStringAsync(Cancellation);
    }

    /// <summary>A program that says what a browser says: where the form that it sends was shown.</summary>
    private static HttpClient ClientOf(Node node, string? cookie, string? origin = null)
    {
        var client = new HttpClient(new SocketsHttpHandler { AllowAutoRedirect = false }) { BaseAddress = AddressOf(node) };
        client.DefaultRequestHeaders.Add("Origin", origin ?? AddressOf(node).GetLeftPart(UriPartial.Authority));
        if (cookie is not null)
        {
            client.DefaultRequestHeaders.Add("Cookie", cookie);
        }

        return client;
    }

    private static string CookieOf(SignedIn member) => member.Browser.DefaultRequestHeaders.GetValues("Cookie").Single();
}
