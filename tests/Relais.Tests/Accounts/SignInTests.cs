using System.Net;
using Microsoft.Extensions.DependencyInjection;
using Relais.Accounts.Contracts;
using Relais.Accounts.SignIn;
using Relais.Kernel.Data;
using Relais.Kernel.Links;
using Relais.Tests.Infrastructure;

namespace Relais.Tests.Accounts;

public sealed class SignInTests(PostgresServer postgres)
{
    private const string Password = "lampe girafe orage velo";

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Theory, OnEveryEngine]
    public async Task A_password_opens_the_account(Engine engine)
    {
        await using var installation = await Installation.CreateAsync(engine, postgres);
        var node = installation.AddNode();
        await OpenAccountAsync(node, "camille@exemple.fr", Password);
        var browser = node.Visitor();

        var answer = await SignInAsync(browser, " Camille@Exemple.fr ", Password, "/connexion?retour=%2Fmon-compte");

        Assert.Equal("/mon-compte", answer.Headers.Location?.OriginalString);
        Assert.Equal(HttpStatusCode.OK, await browser.StatusOf("/mon-compte"));
        var cookie = Assert.Single(answer.Headers.GetValues("Set-Cookie"), value => value.StartsWith("relais=", StringComparison.Ordinal));
        Assert.Contains("httponly", cookie, StringComparison.OrdinalIgnoreCase);
        Assert.Contains("samesite=lax", cookie, StringComparison.OrdinalIgnoreCase);
    }

    [Fact]
    public async Task The_cookie_leaves_this_machine_only_over_a_secured_connection()
    {
        await using var installation = await Installation.CreateAsync(Engine.Sqlite, postgres);
        var node = installation.AddNode();
        await OpenAccountAsync(node, "camille@exemple.fr", Password);
        var elsewhere = node.CreateClient(new() { AllowAutoRedirect = false, BaseAddress = new Uri("https://relais.exemple.fr") });

        var answer = await SignInAsync(elsewhere, "camille@exemple.fr", Password);

        var cookie = Assert.Single(answer.Headers.GetValues("Set-Cookie"), value => value.StartsWith("relais=", StringComparison.Ordinal));
        Assert.Contains("secure", cookie, StringComparison.OrdinalIgnoreCase);
    }

    [Theory, OnEveryEngine]
    public async Task A_wrong_password_and_an_unknown_address_get_the_same_answer(Engine engine)
    {
        await using var installation = await Installation.CreateAsync(engine, postgres);
        var node = installation.AddNode();
        await OpenAccountAsync(node, "camille@exemple.fr", Password);

        for (var attempt = 1; attempt <= 7; attempt++)
        {
            var known = await RefusalAsync(node, "camille@exemple.fr");
            var unknown = await RefusalAsync(node, "personne@exemple.fr");

            Assert.Equal(known, unknown);
            Assert.StartsWith(attempt <= 5 ? "L’adresse ou le mot de passe ne convient pas" : "Trop d’essais avec cette adresse", known, StringComparison.Ordinal);
        }
    }

    [Theory, OnEveryEngine]
    public async Task After_five_failures_the_right_password_waits_and_a_link_does_not(Engine engine)
    {
        await using var installation = await Installation.CreateAsync(engine, postgres);
        var node = installation.AddNode();
        await OpenAccountAsync(node, "camille@exemple.fr", Password);
        for (var attempt = 1; attempt <= 5; attempt++)
        {
            await RefusalAsync(node, "camille@exemple.fr");
        }

        Assert.Equal(HttpStatusCode.OK, (await SignInAsync(node.Visitor(), "camille@exemple.fr", Password)).StatusCode);

        var browser = node.Visitor();
        await UseLinkAsync(node, browser, "camille@exemple.fr");
        Assert.Equal(HttpStatusCode.OK, await browser.StatusOf("/mon-compte"));
        Assert.Equal(HttpStatusCode.Redirect, (await SignInAsync(node.Visitor(), "camille@exemple.fr", Password)).StatusCode);
    }

    [Theory, OnEveryEngine]
    public async Task A_hundred_guesses_at_once_get_five_tries(Engine engine)
    {
        await using var installation = await Installation.CreateAsync(engine, postgres);
        var node = installation.AddNode();
        await OpenAccountAsync(node, "camille@exemple.fr", Password);

        var refusals = await Task.WhenAll(Enumerable.Range(0, 100).Select(async _ =>
        {
            await using var services = node.Services.CreateAsyncScope();
            ContactPoint.TryEmail("camille@exemple.fr", out var address);
            return await services.ServiceProvider.GetRequiredService<AttemptLimit>().TakeAsync(AttemptRule.Password, address!, IPAddress.Loopback, Cancellation);
        }));

        Assert.InRange(refusals.Count(until => until is null), 0, 5);
    }

    [Theory, OnEveryEngine]
    public async Task Opening_a_link_changes_nothing_and_its_button_works_once(Engine engine)
    {
        await using var installation = await Installation.CreateAsync(engine, postgres);
        var node = installation.AddNode();
        await OpenAccountAsync(node, "camille@exemple.fr", password: null);
        var url = await AskLinkAsync(node, "camille@exemple.fr");
        var browser = node.Visitor();

        await browser.GetPageAsync(url);
        var page = await browser.GetPageAsync(url);
        var first = await browser.SubmitAsync(page, url);
        var other = node.Visitor();
        var again = await other.GetAsync(new Uri(url, UriKind.Relative), Cancellation);

        Assert.Equal(HttpStatusCode.Redirect, first.StatusCode);
        Assert.Equal(HttpStatusCode.OK, await browser.StatusOf("/mon-compte"));
        Assert.Equal(HttpStatusCode.Gone, again.StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, await other.StatusOf(url[..^2]));
    }

    [Theory, OnEveryEngine]
    public async Task A_link_used_twenty_times_at_once_signs_in_once(Engine engine)
    {
        await using var installation = await Installation.CreateAsync(engine, postgres);
        var node = installation.AddNode();
        await OpenAccountAsync(node, "camille@exemple.fr", password: null);
        var url = await AskLinkAsync(node, "camille@exemple.fr");
        var browsers = Enumerable.Range(0, 20).Select(_ => node.Visitor()).ToList();
        var pages = await Task.WhenAll(browsers.Select(browser => browser.GetPageAsync(url)));

        var answers = await Task.WhenAll(browsers.Zip(pages).Select(pair => pair.First.SubmitAsync(pair.Second, url)));

        Assert.Single(answers, answer => answer.StatusCode is HttpStatusCode.Redirect);
        Assert.All(answers, answer => Assert.Contains(answer.StatusCode, new[] { HttpStatusCode.Redirect, HttpStatusCode.Gone }));
    }

    [Theory, OnEveryEngine]
    public async Task Two_who_share_an_address_say_who_they_are(Engine engine)
    {
        await using var installation = await Installation.CreateAsync(engine, postgres);
        var node = installation.AddNode();
        await OpenAccountAsync(node, "couple@exemple.fr", password: null, "Anne");
        await OpenAccountAsync(node, "couple@exemple.fr", password: null, "Yann");
        var url = await AskLinkAsync(node, "couple@exemple.fr");
        var browser = node.Visitor();
        var page = await browser.GetPageAsync(url);

        var undecided = await browser.SubmitAsync(page, url);
        Assert.Equal(HttpStatusCode.OK, undecided.StatusCode);
        var yann = page.QuerySelectorAll("label").Single(label => label.TextContent == "Yann Le Goff").GetAttribute("for");
        await browser.SubmitAsync(page, url, ("Form.Person", page.GetElementById(yann!)!.GetAttribute("value")!));

        Assert.Contains("Yann Le Goff", (await browser.GetPageAsync("/mon-compte")).QuerySelector("main")!.TextContent, StringComparison.Ordinal);
    }

    [Theory, OnEveryEngine]
    public async Task A_wrong_guess_at_a_shared_address_does_not_stop_who_has_the_right_password(Engine engine)
    {
        await using var installation = await Installation.CreateAsync(engine, postgres);
        var node = installation.AddNode();
        await OpenAccountAsync(node, "couple@exemple.fr", Password, "Anne");
        await OpenAccountAsync(node, "couple@exemple.fr", "quatre renards au pre", "Yann");

        for (var day = 1; day <= 6; day++)
        {
            Assert.Equal(HttpStatusCode.Redirect, (await SignInAsync(node.Visitor(), "couple@exemple.fr", Password)).StatusCode);
        }

        Assert.Equal(HttpStatusCode.Redirect, (await SignInAsync(node.Visitor(), "couple@exemple.fr", "quatre renards au pre")).StatusCode);
    }

    [Fact]
    public async Task A_link_is_announced_alike_whoever_has_the_address()
    {
        await using var installation = await Installation.CreateAsync(Engine.Sqlite, postgres);
        var node = installation.AddNode();
        await OpenAccountAsync(node, "camille@exemple.fr", Password);

        var known = await AskAsync(node, "camille@exemple.fr");
        var unknown = await AskAsync(node, "personne@exemple.fr");

        Assert.Equal(known.Replace("camille@", "personne@", StringComparison.Ordinal), unknown);
    }

    [Theory]
    [InlineData("https://ailleurs.exemple/")]
    [InlineData("//ailleurs.exemple")]
    [InlineData("/\\ailleurs.exemple")]
    public async Task Signing_in_never_leads_to_another_site(string elsewhere)
    {
        await using var installation = await Installation.CreateAsync(Engine.Sqlite, postgres);
        var node = installation.AddNode();
        await OpenAccountAsync(node, "camille@exemple.fr", Password);

        var answer = await SignInAsync(node.Visitor(), "camille@exemple.fr", Password, $"/connexion?retour={Uri.EscapeDataString(elsewhere)}");

        Assert.Equal("/", answer.Headers.Location?.OriginalString);
    }

    private static async Task<AccountId> OpenAccountAsync(Node node, string email, string? password, string firstName = "Camille")
    {
        await using var services = node.Services.CreateAsyncScope();
        var people = services.ServiceProvider.GetRequiredService<IPeople>();
        var accounts = services.ServiceProvider.GetRequiredService<IAccounts>();
        Assert.True(ContactPoint.TryEmail(email, out var address));
        var person = people.Create(new NewPerson(firstName, "Le Goff"));
        await people.AddAddressAsync(person, address, Cancellation, isProved: true);
        var account = await accounts.OpenAsync(person, Cancellation);
        if (password is not null)
        {
            Assert.Null(await accounts.SetPasswordAsync(account, password, Cancellation));
        }

        await services.ServiceProvider.GetRequiredService<RelaisDb>().SaveChangesAsync(Cancellation);
        return account;
    }

    private static async Task<HttpResponseMessage> SignInAsync(HttpClient browser, string email, string password, string url = "/connexion") =>
        await browser.SubmitAsync(await browser.GetPageAsync(url), url, ("Form.Email", email), ("Form.Password", password));

    private static async Task<string> RefusalAsync(Node node, string email)
    {
        var page = await (await SignInAsync(node.Visitor(), email, "ce n’est pas celui-ci")).ReadPageAsync();
        return page.QuerySelector(".govuk-error-summary__body")!.TextContent;
    }

    private static async Task<string> AskAsync(Node node, string email)
    {
        var browser = node.Visitor();
        var answer = await browser.SubmitAsync(await browser.GetPageAsync("/connexion/lien"), "/connexion/lien", ("Form.Email", email));
        return (await answer.ReadPageAsync()).QuerySelector("main")!.TextContent;
    }

    /// <returns>The address that the message holds: made as the message makes it.</returns>
    private static async Task<string> AskLinkAsync(Node node, string email)
    {
        await AskAsync(node, email);
        var proof = Assert.Single(await node.ReadAsync<AddressProof>(proof => proof.Value == email && proof.UsedAt == null));
        return $"/connexion/lien/{await node.Services.GetRequiredService<SignedLinks>().CreateAsync(AddressProof.SignInLink, proof.Id, proof.ExpiresAt, Cancellation)}";
    }

    private static async Task UseLinkAsync(Node node, HttpClient browser, string email)
    {
        var url = await AskLinkAsync(node, email);
        Assert.Equal(HttpStatusCode.Redirect, (await browser.SubmitAsync(await browser.GetPageAsync(url), url)).StatusCode);
    }
}
