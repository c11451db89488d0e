using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Relais.Accounts.Contracts;
using Relais.Accounts.SignIn;
using Relais.Kernel.Api;
using Relais.Kernel.Data;
using Relais.Kernel.Journal;
using Relais.Kernel.Messages;
using Relais.Kernel.Retention;
using Relais.Kernel.Rules;
using Relais.Kernel.Time;
using Relais.Reinforcement.Needs;
using Relais.Reinforcement.Offers;
using Relais.Tests.Infrastructure;
using Relais.Tests.Messages;
using Relais.Tests.Reinforcement;
using Relais.Volunteers.Registration;

namespace Relais.Tests.Kernel;

public sealed class RetentionTests(PostgresServer postgres)
{
    private readonly SettableClock _clock = new();

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Theory, OnEveryEngine]
    public async Task Each_day_what_is_past_its_time_goes_and_the_journal_counts_it_without_a_name(Engine engine)
    {
        await using var installation = await Installation.CreateAsync(engine, postgres);
        var node = installation.AddNode(services =>
        {
            new Post().AddTo(services);
            UseClock(services);
        });
        var start = _clock.GetUtcNow();
        await node.SendAsync(outbox => outbox.Add(Guid.CreateVersion7(), new SignInLink(1)));
        await node.SqlAsync($"UPDATE message SET state = 'Suppressed'");
        await SaveAsync(
            node,
            new SignInAttempt { Kind = "password", Subject = "empreinte", At = start },
            new KeptAnswer { Owner = "visitor", Key = "1", Request = "empreinte", StartedAt = start },
            new RegistrationDraft { StartedAt = start, UpdatedAt = start },
            new AddressProof { Purpose = ProofPurpose.SignIn, Kind = AddressKind.Email, Value = "ana@exemple.fr", AskedAt = start, ExpiresAt = start.AddMinutes(15) });

        Assert.Equal((1, 1, 1, 1, 1), await LeftAsync(node));
        await UntilAsync(start.AddHours(25), node, (0, 1, 1, 1, 1));
        await UntilAsync(start.AddHours(50), node, (0, 0, 1, 1, 1));
        await UntilAsync(start.AddDays(32), node, (0, 0, 0, 0, 1));
        await UntilAsync(start.AddDays(367), node, (0, 0, 0, 0, 0));

        await Eventually.TrueAsync(
            async () => (await LinesAsync(node)).Select(line => line.SubjectId).ToHashSet(StringComparer.Ordinal).IsSupersetOf(
                ["accounts.sign-in-attempts", "kernel.kept-answers", "volunteers.draft", "accounts.address-proofs", "kernel.messages"]),
            "the journal does not tell");
        Assert.All(await LinesAsync(node), line => Assert.Matches("^count=[0-9]+$", line.Detail));
    }

    [Theory, OnEveryEngine]
    public async Task A_year_after_a_need_nothing_in_it_names_anybody(Engine engine)
    {
        await using var installation = await Installation.CreateAsync(engine, postgres);
        var node = installation.AddNode(UseClock);
        var need = ReinforcementWorld.NewNeed(1, ReinforcementWorld.Night());
        var offer = (await node.AskAsync(need, 1)).Offers[0];
        await node.SqlAsync($"UPDATE offer SET note = 'Je garde mon fils'");

        _clock.Set(need.EndsAt.AddDays(366));

        await Eventually.TrueAsync(async () => (await node.ReadAsync<Need>(n => n.ContactName == "" && n.ContactPhone == "" && n.Instructions == "")).Count is 1, "the contact is still there");
        var kept = Assert.Single(await node.ReadAsync<Offer>(o => o.Id == offer.Id));
        Assert.Equal((offer.PersonId, null), (kept.PersonId, kept.Note));
    }

    [Fact]
    public async Task Every_rule_of_retention_has_a_period_in_force_with_its_reference_and_the_other_way_round()
    {
        await using var installation = await Installation.CreateAsync(Engine.Sqlite, postgres);
        await using var scope = installation.AddNode().Services.CreateAsyncScope();
        var applied = scope.ServiceProvider.GetServices<IRetentionRule>().Select(rule => rule.Key).Order(StringComparer.Ordinal).ToList();

        var periods = await scope.ServiceProvider.GetRequiredService<DatedRules>()
            .ListAsync<RetentionPeriod>(RetentionPeriod.Kind, DateOnly.FromDateTime(DateTime.UtcNow), Cancellation);

        Assert.Equal(applied, periods.Select(period => period.Key).Order(StringComparer.Ordinal));
        Assert.All(periods, period => Assert.True(period.Value is { Days: > 0, What.Length: > 0 } && period.Reference.Length > 20, period.Key));
    }

    private void UseClock(IServiceCollection services) => services.Replace(ServiceDescriptor.Singleton<TimeProvider>(_clock));

    private async Task UntilAsync(DateTimeOffset now, Node node, (int, int, int, int, int) left)
    {
        _clock.Set(now);
        await Eventually.TrueAsync(async () => await LeftAsync(node) == left, $"{left} is not what is left at {now:u}");
    }

    private static async Task<(int Attempts, int Answers, int Drafts, int Proofs, int Messages)> LeftAsync(Node node) => (
        await node.WithDbAsync(db => db.Set<SignInAttempt>().CountAsync(Cancellation)),
        await node.WithDbAsync(db => db.Set<KeptAnswer>().CountAsync(Cancellation)),
        await node.WithDbAsync(db => db.Set<RegistrationDraft>().CountAsync(Cancellation)),
        await node.WithDbAsync(db => db.Set<AddressProof>().CountAsync(Cancellation)),
        await node.WithDbAsync(db => db.Set<Message>().CountAsync(Cancellation)));

    private static async Task<IReadOnlyList<JournalLine>> LinesAsync(Node node)
    {
        await using var scope = node.Services.CreateAsyncScope();
        return await scope.ServiceProvider.GetRequiredService<JournalReader>().ReadAsync(new JournalQuestion(Action: "retention."), 100, Cancellation);
    }

    private static Task<int> SaveAsync(Node node, params object[] rows) => node.WithDbAsync(db =>
    {
        db.AddRange(rows);
        return db.SaveChangesAsync(Cancellation);
    });
}
