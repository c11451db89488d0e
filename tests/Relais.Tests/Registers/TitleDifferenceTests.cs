using System.Globalization;
using Microsoft.Extensions.DependencyInjection;
using Relais.Accounts.Contracts;
using Relais.Accounts.Verifications;
using Relais.Kernel.Data;
using Relais.Kernel.Jobs;
using Relais.Kernel.Messages;
using Relais.Tests.Infrastructure;
using Relais.Tests.Volunteers;
using Relais.Volunteers.Contracts;
using Relais.Volunteers.Dossier;
using Relais.Volunteers.Titles;

namespace Relais.Tests.Registers;

public sealed class TitleDifferenceTests(PostgresServer postgres)
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Theory, OnEveryEngine]
    public async Task A_name_that_differs_is_shown_once_to_a_person_and_the_title_stays_verified(Engine engine)
    {
        await using var installation = await Installation.CreateAsync(engine, postgres);
        var node = installation.AddNode();
        await VerifiedNurseAsync(node, rank: 1, "Le Goff");
        var changed = await VerifiedNurseAsync(node, rank: 2, "Ropars");
        using var extract = new Extract([Extract.Line(Extract.Number(1), "LE GOFF", "CAMILLE"), Extract.Line(Extract.Number(2), "AUTRE", "CAMILLE")]);
        await extract.ImportAsync(node);

        await CompareAsync(node);
        await CompareAsync(node);

        var waiting = Assert.Single(await node.ReadAsync<Verification>(v => v.State == VerificationState.Waiting));
        Assert.Equal((DifferenceVerification.KindName, changed), (waiting.Kind, waiting.PersonId));
        Assert.Equal(CredentialLevel.Licensed, await LevelAsync(node, changed));
        var coordinator = await node.SignInAsync((Role.NationalCrisisCentre, Scope.National));
        var page = (await coordinator.Browser.GetPageAsync($"/verifications/{waiting.Id}")).QuerySelector("main")!.TextContent;
        Assert.Contains("autre nom : CAMILLE AUTRE", page, StringComparison.Ordinal);
        Assert.Contains("Personne concernée", page, StringComparison.Ordinal);
    }

    [Theory, OnEveryEngine]
    public async Task A_difference_that_was_explained_is_not_shown_again_and_nobody_is_written_to(Engine engine)
    {
        await using var installation = await Installation.CreateAsync(engine, postgres);
        var node = installation.AddNode();
        var person = await VerifiedNurseAsync(node, rank: 1, "Le Goff");
        using var extract = new Extract(Extract.Nurses(3, from: 10));
        await extract.ImportAsync(node);
        await CompareAsync(node);

        await DecideAsync(node, VerificationState.Accepted);
        await CompareAsync(node);

        Assert.Empty(await node.ReadAsync<Verification>(v => v.State == VerificationState.Waiting));
        Assert.Equal(CredentialLevel.Licensed, await LevelAsync(node, person));
        Assert.DoesNotContain(await node.ReadAsync<Message>(_ => true), message => message.Template == "accounts.verification_decided");
    }

    [Theory, OnEveryEngine]
    public async Task Only_the_person_who_looked_ends_the_verification(Engine engine)
    {
        await using var installation = await Installation.CreateAsync(engine, postgres);
        var node = installation.AddNode();
        var person = await VerifiedNurseAsync(node, rank: 1, "Le Goff");
        using var extract = new Extract(Extract.Nurses(3, from: 10));
        await extract.ImportAsync(node);
        await CompareAsync(node);

        await DecideAsync(node, VerificationState.Refused);

        Assert.Null(await LevelAsync(node, person));
        Assert.Contains(await node.ReadAsync<Message>(_ => true), message => message.Template == "accounts.verification_decided" && message.PersonId == person.Value);
    }

    [Theory, OnEveryEngine]
    public async Task What_the_register_says_stands_beside_a_title_to_verify(Engine engine)
    {
        await using var installation = await Installation.CreateAsync(engine, postgres);
        var node = installation.AddNode();
        var person = await VerifiedNurseAsync(node, rank: 1, "Le Goff");
        using var extract = new Extract([Extract.Line(Extract.Number(1), "LE-GOFF", "CAMILLE'ANNE")]);
        await extract.ImportAsync(node);

        CultureInfo.CurrentCulture = CultureInfo.CurrentUICulture = CultureInfo.GetCultureInfo("fr-FR");
        var title = Assert.Single(await node.ReadAsync<VolunteerTitle>(title => title.PersonId == person));
        await using var services = node.Services.CreateAsyncScope();
        var handler = services.ServiceProvider.GetServices<IVerificationHandler>().Single(handler => handler.Kind == TitleVerification.KindName);
        var subject = (await handler.DescribeAsync([title.Id], Cancellation))[title.Id];

        Assert.Contains(subject.Facts, fact => fact.Key == "Au RPPS du 15/01/2026" && fact.Value == "même nom, profession Infirmier");
    }

    private static async Task<PersonId> VerifiedNurseAsync(Node node, int rank, string lastName)
    {
        await using var services = node.Services.CreateAsyncScope();
        var person = services.ServiceProvider.GetRequiredService<IPeople>().Create(new NewPerson("Camille", lastName));
        await services.ServiceProvider.GetRequiredService<RelaisDb>().SaveChangesAsync(Cancellation);
        var verified = new VerifiedTitle(CredentialLevel.Licensed, new DateOnly(2100, 1, 1), DateTimeOffset.UtcNow, By: null);
        await services.ServiceProvider.GetRequiredService<IVolunteerLoader>().WriteAsync(
            [Invented.Nurse(person) with { Rpps = Extract.Number(rank), Titles = [new Title(Profession.Nurse, CredentialLevel.Licensed, verified)] }], Cancellation);
        return person;
    }

    private static Task<bool> CompareAsync(Node node) => node.WithAsync<IJobHandler<CompareTitles>, bool>(async handler =>
    {
        await handler.HandleAsync(new CompareTitles(), Cancellation);
        return true;
    });

    private static async Task DecideAsync(Node node, VerificationState outcome)
    {
        var waiting = Assert.Single(await node.ReadAsync<Verification>(v => v.State == VerificationState.Waiting));
        var coordinator = await node.SignInAsync((Role.NationalCrisisCentre, Scope.National));
        var url = $"/verifications/{waiting.Id}";
        await coordinator.Browser.SubmitAsync(
            await coordinator.Browser.GetPageAsync(url), url,
            ("Form.Outcome", outcome is VerificationState.Accepted ? "Accept" : "Refuse"), ("Form.Seen", "Appel à l’Ordre"), ("Form.Reason", "Votre inscription a pris fin"));
    }

    private static async Task<CredentialLevel?> LevelAsync(Node node, PersonId person) =>
        Assert.Single(await node.ReadAsync<VolunteerTitle>(title => title.PersonId == person)).Title.LevelOn(DateOnly.FromDateTime(DateTime.UtcNow));
}
