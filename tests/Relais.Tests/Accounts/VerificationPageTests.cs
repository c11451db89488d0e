using System.Net;
using Microsoft.Extensions.DependencyInjection;
using Relais.Accounts.Contracts;
using Relais.Accounts.Verifications;
using Relais.Kernel.Data;
using Relais.Kernel.Files;
using Relais.Kernel.Journal;
using Relais.Tests.Infrastructure;

namespace Relais.Tests.Accounts;

public sealed class VerificationPageTests(PostgresServer postgres)
{
    private static readonly Scope Brittany = new Scope.Territory("REG-53");
    private static readonly Scope Reunion = new Scope.Territory("DEP-974");

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Theory, OnEveryEngine]
    public async Task A_case_is_seen_and_decided_where_it_lies_and_nowhere_else(Engine engine)
    {
        await using var installation = await Installation.CreateAsync(engine, postgres);
        var node = installation.AddNode(TitleRoom.Join);
        var (id, file) = await SubmitAsync(node);
        var near = await node.SignInAsync((Role.Coordinator, Brittany));
        var far = await node.SignInAsync((Role.Coordinator, Reunion));

        Assert.Contains($"/verifications/{id}", await HrefsAsync(near, "/verifications"));
        Assert.DoesNotContain($"/verifications/{id}", await HrefsAsync(far, "/verifications"));
        Assert.Equal(HttpStatusCode.OK, await near.Browser.StatusOf($"/verifications/{id}/pieces/{file}"));
        Assert.Equal(HttpStatusCode.Forbidden, await far.Browser.StatusOf($"/verifications/{id}"));
        Assert.Equal(HttpStatusCode.Forbidden, await far.Browser.StatusOf($"/verifications/{id}/pieces/{file}"));

        var url = $"/verifications/{id}";
        var answer = await near.Browser.SubmitAsync(
            await near.Browser.GetPageAsync(url), url,
            ("Form.Outcome", "Accept"), ("Form.Level", "3"), ("Form.ValidUntil", "2100-01-01"), ("Form.Seen", "Diplôme de 2009"));

        Assert.Equal("/verifications", answer.Headers.Location?.OriginalString);
        Assert.Contains("Diplôme de 2009", (await near.Browser.GetPageAsync(url)).QuerySelector("main")!.TextContent, StringComparison.Ordinal);
        Assert.DoesNotContain($"/verifications/{id}", await HrefsAsync(near, "/verifications"));
        Assert.Equal(HttpStatusCode.NotFound, await near.Browser.StatusOf($"/verifications/{id}/pieces/{file}"));
        var decided = Assert.Single(await node.ReadAsync<Verification>(v => v.Id == id));
        Assert.Equal((VerificationState.Accepted, 3, "Diplôme de 2009", near.Account), (decided.State, decided.Level, decided.Seen, decided.DecidedBy));
    }

    [Fact]
    public async Task A_document_of_another_case_is_not_shown()
    {
        await using var installation = await Installation.CreateAsync(Engine.Sqlite, postgres);
        var node = installation.AddNode(TitleRoom.Join);
        var (near, _) = await SubmitAsync(node);
        var (_, farFile) = await SubmitAsync(node, commune: "97411");
        var coordinator = await node.SignInAsync((Role.Coordinator, Brittany));

        Assert.Equal(HttpStatusCode.NotFound, await coordinator.Browser.StatusOf($"/verifications/{near}/pieces/{farFile}"));
    }

    [Theory]
    [InlineData("Form.Outcome", "", "Choisissez une décision")]
    [InlineData("Form.Level", "4", "Choisissez le niveau accordé")]
    [InlineData("Form.ValidUntil", "2001-01-01", "Choisissez une date à venir")]
    [InlineData("Form.ValidUntil", "", "Dites jusqu’à quand la vérification vaut")]
    [InlineData("Form.Seen", "", "Dites sur quoi repose la décision")]
    public async Task A_decision_without_its_grounds_is_asked_again(string field, string value, string sentence)
    {
        await using var installation = await Installation.CreateAsync(Engine.Sqlite, postgres);
        var node = installation.AddNode(TitleRoom.Join);
        var (id, _) = await SubmitAsync(node);
        var coordinator = await node.SignInAsync((Role.NationalCrisisCentre, Scope.National));
        var values = new Dictionary<string, string>(StringComparer.Ordinal)
        {
            ["Form.Outcome"] = "Accept",
            ["Form.Level"] = "3",
            ["Form.ValidUntil"] = "2100-01-01",
            ["Form.Seen"] = "Diplôme de 2009",
            [field] = value,
        };

        var url = $"/verifications/{id}";
        var answer = await coordinator.Browser.SubmitAsync(
            await coordinator.Browser.GetPageAsync(url), url, [.. values.Select(pair => (pair.Key, pair.Value))]);

        var errors = (await answer.ReadPageAsync()).QuerySelector(".govuk-error-summary")!.TextContent;
        Assert.Contains(sentence, errors, StringComparison.Ordinal);
        Assert.Equal(VerificationState.Waiting, Assert.Single(await node.ReadAsync<Verification>(v => v.Id == id)).State);
    }

    [Fact]
    public async Task Reading_a_case_is_written_in_the_journal()
    {
        await using var installation = await Installation.CreateAsync(Engine.Sqlite, postgres);
        var node = installation.AddNode(TitleRoom.Join);
        var (id, file) = await SubmitAsync(node);
        var coordinator = await node.SignInAsync((Role.Coordinator, Brittany));

        await coordinator.Browser.GetPageAsync($"/verifications/{id}");
        await coordinator.Browser.StatusOf($"/verifications/{id}/pieces/{file}");

        await using var services = node.Services.CreateAsyncScope();
        var lines = await services.ServiceProvider.GetRequiredService<JournalReader>()
            .ReadAsync(new JournalQuestion(AccountId: coordinator.Account.Value), 10, Cancellation);
        Assert.Equal(["verification.document_read", "verification.read"], lines.Select(line => line.Action));
    }

    private static async Task<(Guid Id, Guid File)> SubmitAsync(Node node, string commune = "29019")
    {
        await using var services = node.Services.CreateAsyncScope();
        var person = services.ServiceProvider.GetRequiredService<IPeople>().Create(new NewPerson("Yann", "Kerebel"));
        var file = await services.ServiceProvider.GetRequiredService<FileStore>().AddAsync("title", "diplome.pdf", new MemoryStream("%PDF-1.7"u8.ToArray()), Cancellation);
        var id = await services.ServiceProvider.GetRequiredService<IVerifications>().SubmitAsync(
            new NewVerification { Kind = TitleRoom.Kind, Subject = Guid.CreateVersion7(), Person = person, AskedLevel = 3, Evidence = "Diplôme d’État", Files = [file.Id!.Value], Commune = commune },
            Cancellation);
        await services.ServiceProvider.GetRequiredService<RelaisDb>().SaveChangesAsync(Cancellation);
        return (id, file.Id!.Value);
    }

    private static async Task<IEnumerable<string?>> HrefsAsync(SignedIn member, string url) =>
        (await member.Browser.GetPageAsync(url)).QuerySelectorAll("main a").Select(link => link.GetAttribute("href"));
}
