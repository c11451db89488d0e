using System.Net;
using Microsoft.Extensions.DependencyInjection;
using Relais.Accounts.Contracts;
using Relais.Accounts.Rights;
using Relais.Kernel.Data;
using Relais.Tests.Infrastructure;

namespace Relais.Tests.Accounts;

public sealed class AdministrationTests(PostgresServer postgres)
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Theory, OnEveryEngine]
    public async Task An_administrator_gives_a_role_with_its_reason_and_ends_it(Engine engine)
    {
        await using var installation = await Installation.CreateAsync(engine, postgres);
        var node = installation.AddNode();
        var administrator = await node.SignInAsync((Role.Administrator, Scope.National));
        var member = await node.SignInAsync();
        var url = $"/administration/comptes/{member.Person}";

        var given = await administrator.Browser.SubmitAsync(
            await administrator.Browser.GetPageAsync(url), url, ("Form.Role", "Coordinator"), ("Form.Where", "dep-29"), ("Form.Reason", "Décision du 3 mars"));
        Assert.Equal(HttpStatusCode.Redirect, given.StatusCode);
        var held = Assert.Single(await node.ReadAsync<HeldRole>(role => role.AccountId == member.Account));
        Assert.Equal((Role.Coordinator, new Scope.Territory("DEP-29"), "Décision du 3 mars", administrator.Account), (held.Role, held.Scope, held.GivenReason, held.GivenBy));
        Assert.Equal(HttpStatusCode.OK, await member.Browser.StatusOf("/verifications"));

        var page = await administrator.Browser.GetPageAsync(url);
        var ended = await administrator.Browser.SubmitAsync(page, $"{url}?handler=End", ("held", $"{held.Id}"), ("reason", "Mutation"));
        Assert.Equal(HttpStatusCode.Redirect, ended.StatusCode);
        Assert.Equal(HttpStatusCode.Forbidden, await member.Browser.StatusOf("/verifications"));
        Assert.Equal("Mutation", Assert.Single(await node.ReadAsync<HeldRole>(role => role.Id == held.Id)).EndedReason);
    }

    [Theory]
    [InlineData("Coordinator", "", "Indiquez le code du territoire")]
    [InlineData("Coordinator", "DEP-999", "Aucun territoire connu")]
    [InlineData("FacilityManager", "290000018", "numéro FINESS")]
    [InlineData("Administrator", "REG-53", "Ce rôle vaut pour tout le pays")]
    [InlineData("", "REG-53", "Choisissez un rôle")]
    public async Task A_role_is_given_only_where_it_makes_sense(string role, string where, string sentence)
    {
        await using var installation = await Installation.CreateAsync(Engine.Sqlite, postgres);
        var node = installation.AddNode();
        var administrator = await node.SignInAsync((Role.Administrator, Scope.National));
        var member = await node.SignInAsync();
        var url = $"/administration/comptes/{member.Person}";

        var answer = await administrator.Browser.SubmitAsync(
            await administrator.Browser.GetPageAsync(url), url, ("Form.Role", role), ("Form.Where", where), ("Form.Reason", "Décision du 3 mars"));

        Assert.Contains(sentence, (await answer.ReadPageAsync()).QuerySelector(".govuk-error-summary")!.TextContent, StringComparison.Ordinal);
        Assert.Empty(await node.ReadAsync<HeldRole>(held => held.AccountId == member.Account));
    }

    [Theory, OnEveryEngine]
    public async Task People_are_found_by_any_words_of_their_name_and_by_their_addresses(Engine engine)
    {
        await using var installation = await Installation.CreateAsync(engine, postgres);
        var node = installation.AddNode();
        var administrator = await node.SignInAsync((Role.Administrator, Scope.National));
        await using (var services = node.Services.CreateAsyncScope())
        {
            var people = services.ServiceProvider.GetRequiredService<IPeople>();
            var person = people.Create(new NewPerson("Élodie", "Kermarrec"));
            Assert.True(ContactPoint.TryMobile("06 12 34 56 78", out var mobile));
            await people.AddAddressAsync(person, mobile, Cancellation);
            await services.ServiceProvider.GetRequiredService<RelaisDb>().SaveChangesAsync(Cancellation);
        }

        foreach (var words in new[] { "kermarrec", "ELODIE ker", "06.12.34.56.78" })
        {
            var page = await administrator.Browser.GetPageAsync($"/administration/comptes?q={Uri.EscapeDataString(words)}");
            Assert.Contains("Élodie Kermarrec", page.QuerySelector("main")!.TextContent, StringComparison.Ordinal);
        }

        Assert.DoesNotContain("Kermarrec", await administrator.Browser.GetStringAsync(new Uri("/administration/comptes?q=%25", UriKind.Relative), Cancellation), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_journal_page_puts_names_on_ids_that_the_journal_does_not_hold()
    {
        await using var installation = await Installation.CreateAsync(Engine.Sqlite, postgres);
        var node = installation.AddNode();
        var administrator = await node.SignInAsync((Role.Administrator, Scope.National));
        var member = await node.SignInAsync();
        await administrator.Browser.GetPageAsync($"/administration/comptes/{member.Person}");

        var page = await administrator.Browser.GetPageAsync($"/administration/journal?sujet={member.Person}");
        var row = page.QuerySelectorAll("main tbody tr").Single();

        Assert.Contains("person.read", row.TextContent, StringComparison.Ordinal);
        Assert.Contains("Camille Le Goff", row.TextContent, StringComparison.Ordinal);
        var check = await administrator.Browser.SubmitAsync(page, "/administration/journal");
        Assert.Equal(HttpStatusCode.Redirect, check.StatusCode);
        Assert.Contains("Le journal est entier", await administrator.Browser.GetStringAsync(new Uri("/administration/journal", UriKind.Relative), Cancellation), StringComparison.Ordinal);
    }
}
