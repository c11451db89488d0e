using Relais.Accounts.Contracts;
using Relais.Kernel.Data;
using Relais.Matching.Waves;
using Relais.Reinforcement.Needs;
using Relais.Reinforcement.Offers;
using Relais.Reinforcement.Waves;
using Relais.Tests.Infrastructure;

namespace Relais.Tests.Reinforcement;

/// <summary>How many are asked follows how people answer of late, beside the rule.</summary>
public sealed class PaceOfLateTests(PostgresServer postgres)
{
    private static readonly DateTimeOffset Now = TimeProvider.System.GetUtcNow();

    [Theory, OnEveryEngine]
    public async Task The_pace_counts_yes_no_and_a_day_of_silence_and_nothing_else(Engine engine)
    {
        await using var installation = await Installation.CreateAsync(engine, postgres);
        var node = installation.AddNode();
        var need = ReinforcementWorld.NewNeed(1, Now.AddDays(10), TimeSpan.FromHours(5));
        need.Urgency = Urgency.Planned;
        await node.WithDbAsync(db =>
        {
            db.Add(need);
            Add(30, OfferState.Accepted, answered: true);
            Add(10, OfferState.Declined, answered: true);
            Add(10, OfferState.Waiting, answered: false);
            Add(20, OfferState.Waiting, answered: false, hoursAgo: 1);
            Add(20, OfferState.Ended, answered: false, outcome: OfferOutcome.Filled);
            Add(20, OfferState.Accepted, answered: true, cameForward: true);
            return db.SaveChangesAsync(TestContext.Current.CancellationToken);

            void Add(int count, OfferState state, bool answered, int hoursAgo = 48, OfferOutcome? outcome = null, bool cameForward = false) => db.AddRange(Enumerable.Range(0, count).Select(_ => new Offer
            {
                NeedId = need.Id,
                PersonId = new PersonId(Guid.CreateVersion7()),
                NeedVersion = 1,
                Wave = 1,
                Reasons = "[]",
                SentAt = Now.AddHours(-hoursAgo),
                AnsweredAt = answered ? Now.AddHours(1 - hoursAgo) : null,
                State = state,
                Outcome = outcome,
                CameForward = cameForward,
            }));
        });

        var pace = await node.WithAsync<WavePaces, WavePace>(paces => paces.OfAsync(need, TestContext.Current.CancellationToken));

        // The rule says 30 and counts for 40; 30 of 50 said yes.
        Assert.Equal((int)Math.Round((30 * 40 + 100 * 30) / 90.0), pace.YesPercent);
    }
}
