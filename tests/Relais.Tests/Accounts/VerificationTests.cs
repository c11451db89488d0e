using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Relais.Accounts.Contracts;
using Relais.Accounts.Rights;
using Relais.Accounts.SignIn;
using Relais.Accounts.Verifications;
using Relais.Kernel.Data;
using Relais.Kernel.Files;
using Relais.Kernel.Time;
using Relais.Tests.Infrastructure;

namespace Relais.Tests.Accounts;

public sealed class VerificationTests(PostgresServer postgres)
{
    private static readonly Judgement Accepted = new(VerificationState.Accepted, 3, new DateOnly(2028, 1, 1), "Diplôme de 2009", "Merci");

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Theory, OnEveryEngine]
    public async Task A_decision_keeps_the_verdict_and_deletes_the_documents(Engine engine)
    {
        await using var installation = await Installation.CreateAsync(engine, postgres);
        var node = installation.AddNode(TitleRoom.Join);
        var (subject, file) = await SubmitAsync(node);

        Assert.True(await DecideAsync(node, subject, Accepted));

        await using var services = node.Services.CreateAsyncScope();
        var standing = await StandingAsync(services, subject);
        Assert.Equal(VerificationState.Accepted, standing.State);
        Assert.Equal(3, standing.Level);
        Assert.Equal(new DateOnly(2028, 1, 1), standing.ValidUntil);
        Assert.Null(await services.ServiceProvider.GetRequiredService<FileStore>().OpenAsync(file, Cancellation));
    }

    [Theory, OnEveryEngine]
    public async Task What_the_room_refuses_undoes_the_decision(Engine engine)
    {
        await using var installation = await Installation.CreateAsync(engine, postgres);
        var node = installation.AddNode(TitleRoom.Join);
        var (subject, file) = await SubmitAsync(node);

        await Assert.ThrowsAsync<InvalidOperationException>(() => DecideAsync(node, subject, Accepted with { Reason = TitleRoom.Failing }));

        await using var services = node.Services.CreateAsyncScope();
        Assert.Equal(VerificationState.Waiting, (await StandingAsync(services, subject)).State);
        Assert.NotNull(await services.ServiceProvider.GetRequiredService<FileStore>().OpenAsync(file, Cancellation));
    }

    [Theory, OnEveryEngine]
    public async Task A_case_is_decided_once_by_whoever_is_first(Engine engine)
    {
        await using var installation = await Installation.CreateAsync(engine, postgres);
        var node = installation.AddNode(TitleRoom.Join);
        var (subject, _) = await SubmitAsync(node);

        var decided = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => DecideAsync(node, subject, Accepted)));

        Assert.Single(decided, isFirst => isFirst);
    }

    [Theory, OnEveryEngine]
    public async Task Who_is_asked_for_more_does_not_send_the_same_again(Engine engine)
    {
        await using var installation = await Installation.CreateAsync(engine, postgres);
        var node = installation.AddNode(TitleRoom.Join);
        var (subject, first) = await SubmitAsync(node);
        await DecideAsync(node, subject, new Judgement(VerificationState.MoreAsked, null, null, "Une page sur deux", "Ajoutez le verso"));

        var (_, second) = await SubmitAsync(node, subject);

        await using var services = node.Services.CreateAsyncScope();
        var standing = await StandingAsync(services, subject);
        Assert.Equal(VerificationState.Waiting, standing.State);
        Assert.Equal(
            new[] { first, second }.Order(),
            (await services.ServiceProvider.GetRequiredService<VerificationDesk>().FilesOfAsync(standing.Id, Cancellation)).Order());
    }

    [Theory, OnEveryEngine]
    public async Task Documents_of_a_request_that_was_never_completed_go_after_three_months(Engine engine)
    {
        var clock = new SettableClock();
        await using var installation = await Installation.CreateAsync(engine, postgres);
        var node = installation.AddNode(services =>
        {
            TitleRoom.Join(services);
            services.Replace(ServiceDescriptor.Singleton<TimeProvider>(clock));
        });
        var (left, again) = (await SubmitAsync(node), await SubmitAsync(node));
        var more = new Judgement(VerificationState.MoreAsked, null, null, "Une page sur deux", "Ajoutez le verso");
        await DecideAsync(node, left.Subject, more);
        await DecideAsync(node, again.Subject, more);
        await SubmitAsync(node, again.Subject);

        Assert.Equal((true, true), (await IsThereAsync(node, left.File), await IsThereAsync(node, again.File)));
        clock.Set(clock.GetUtcNow().AddDays(92));

        await Eventually.TrueAsync(async () => !await IsThereAsync(node, left.File), "the document is still there");
        Assert.True(await IsThereAsync(node, again.File), "the document of a case that waits is gone");
    }

    private static async Task<bool> IsThereAsync(Node node, Guid file)
    {
        await using var services = node.Services.CreateAsyncScope();
        return await services.ServiceProvider.GetRequiredService<FileStore>().OpenAsync(file, Cancellation) is not null;
    }

    private static async Task<(Guid Subject, Guid File)> SubmitAsync(Node node, Guid? again = null)
    {
        await using var services = node.Services.CreateAsyncScope();
        var person = services.ServiceProvider.GetRequiredService<IPeople>().Create(new NewPerson("Yann", "Kerebel"));
        var file = await services.ServiceProvider.GetRequiredService<FileStore>().AddAsync("title", "diplome.pdf", new MemoryStream("%PDF-1.7"u8.ToArray()), Cancellation);
        var subject = again ?? Guid.CreateVersion7();
        await services.ServiceProvider.GetRequiredService<IVerifications>().SubmitAsync(
            new NewVerification { Kind = TitleRoom.Kind, Subject = subject, Person = person, AskedLevel = 3, Evidence = "Diplôme d’État", Files = [file.Id!.Value], Commune = "29019" },
            Cancellation);
        await services.ServiceProvider.GetRequiredService<RelaisDb>().SaveChangesAsync(Cancellation);
        return (subject, file.Id!.Value);
    }

    private static async Task<bool> DecideAsync(Node node, Guid subject, Judgement judgement)
    {
        var coordinator = await node.SignInAsync((Role.NationalCrisisCentre, Scope.National));
        await using var services = node.Services.CreateAsyncScope();
        var account = await services.ServiceProvider.GetRequiredService<RelaisDb>().FindAsync<Account>(coordinator.Account);
        await services.ServiceProvider.GetRequiredService<CurrentUser>().LoadAsync(Passport.Of(account!).ToPrincipal("test"), Cancellation);
        return await services.ServiceProvider.GetRequiredService<VerificationJudgement>()
            .DecideAsync((await StandingAsync(services, subject)).Id, judgement, Cancellation);
    }

    private static async Task<VerificationStanding> StandingAsync(AsyncServiceScope services, Guid subject) =>
        (await services.ServiceProvider.GetRequiredService<IVerifications>().LatestAsync(TitleRoom.Kind, [subject], Cancellation))[subject];
}

/// <summary>A room that asks for verifications.</summary>
internal sealed class TitleRoom : IVerificationHandler
{
    public const string Failing = "fails";

    public const string Kind = "title-of-test";

    string IVerificationHandler.Kind => Kind;

    public string Name => "Titre";

    public IReadOnlyList<VerificationLevel> Levels => [new(3, "En exercice")];

    public static void Join(IServiceCollection services) => services.AddScoped<IVerificationHandler, TitleRoom>();

    public Task<IReadOnlyDictionary<Guid, VerificationSubject>> DescribeAsync(IReadOnlyCollection<Guid> subjects, CancellationToken cancellation) =>
        Task.FromResult<IReadOnlyDictionary<Guid, VerificationSubject>>(subjects.ToDictionary(id => id, _ => new VerificationSubject("Infirmier", [])));

    public Task DecidedAsync(VerificationDecision decision, CancellationToken cancellation) =>
        decision.Reason is Failing ? throw new InvalidOperationException("The room refuses") : Task.CompletedTask;
}
