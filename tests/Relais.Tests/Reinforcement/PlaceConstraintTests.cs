using Microsoft.EntityFrameworkCore;
using Relais.Accounts.Contracts;
using Relais.Kernel.Data;
using Relais.Reinforcement.Offers;
using Relais.Reinforcement.Places;
using Relais.Tests.Infrastructure;

namespace Relais.Tests.Reinforcement;

/// <summary>
/// The database alone refuses, whatever code runs. Each test then takes the constraint away and sees the same act pass:
/// a migration without that constraint turns the first half red.
/// </summary>
public class PlaceConstraintTests(PostgresServer postgres)
{
    [Theory, OnEveryEngine]
    public async Task A_place_has_one_holder(Engine engine)
    {
        await using var installation = await Installation.CreateAsync(engine, postgres);
        var node = installation.AddNode();
        var (_, offers) = await node.AskAsync(ReinforcementWorld.NewNeed(2, ReinforcementWorld.Night()), 2);
        await AssignAsync(node, offers[0], 1);

        Assert.True((await RefusalAsync(() => AssignAsync(node, offers[1], 1))).RefusedBy("assignment_place_once", "assignment.need_id, assignment.place_number"));
        await node.WithoutIndexAsync("assignment_place_once");
        await AssignAsync(node, offers[1], 1);

        Assert.Equal(2, await node.HeldAsync(offers[0].NeedId));
    }

    [Theory, OnEveryEngine]
    public async Task A_person_holds_one_place_of_a_need(Engine engine)
    {
        await using var installation = await Installation.CreateAsync(engine, postgres);
        var node = installation.AddNode();
        var (_, offers) = await node.AskAsync(ReinforcementWorld.NewNeed(2, ReinforcementWorld.Night()), 1);
        await AssignAsync(node, offers[0], 1);

        Assert.True((await RefusalAsync(() => AssignAsync(node, offers[0], 2))).RefusedBy("assignment_person_once", "assignment.need_id, assignment.person_id"));
        await node.WithoutIndexAsync("assignment_person_once");
        await AssignAsync(node, offers[0], 2);

        Assert.Equal(2, await node.HeldAsync(offers[0].NeedId));
    }

    [Theory, OnEveryEngine]
    public async Task A_place_that_does_not_exist_is_not_given(Engine engine)
    {
        await using var installation = await Installation.CreateAsync(engine, postgres);
        var node = installation.AddNode();
        var (_, offers) = await node.AskAsync(ReinforcementWorld.NewNeed(2, ReinforcementWorld.Night()), 1);

        await RefusalAsync(() => AssignAsync(node, offers[0], 3));
        await node.WithoutConstraintAsync(
            "assignment", "assignment_need_id_place_number_fkey", "FOREIGN KEY (need_id, place_number) REFERENCES place (need_id, number)");
        await AssignAsync(node, offers[0], 3);

        Assert.Equal(1, await node.HeldAsync(offers[0].NeedId));
    }

    [Theory, OnEveryEngine]
    public async Task A_person_is_asked_once_about_a_need(Engine engine)
    {
        await using var installation = await Installation.CreateAsync(engine, postgres);
        var node = installation.AddNode();
        var (need, offers) = await node.AskAsync(ReinforcementWorld.NewNeed(1, ReinforcementWorld.Night()), 1);

        Assert.True((await RefusalAsync(AskAgainAsync)).RefusedBy("offer_asked_once", "offer.need_id, offer.person_id"));
        await node.WithoutConstraintAsync("offer", "offer_asked_once", "CONSTRAINT offer_asked_once UNIQUE (need_id, person_id)");
        await AskAgainAsync();

        Assert.Equal(2, (await node.ReadAsync<Offer>(offer => offer.NeedId == need.Id)).Count);

        Task AskAgainAsync() => node.WithDbAsync(db =>
        {
            db.Add(ReinforcementWorld.NewOffer(need, offers[0].PersonId));
            return db.SaveChangesAsync();
        });
    }

    [Theory, OnEveryEngine]
    public async Task Nobody_is_asked_more_often_in_a_week_than_they_accept(Engine engine)
    {
        await using var installation = await Installation.CreateAsync(engine, postgres);
        var node = installation.AddNode();
        _ = node.Services;
        var person = PersonId.New();
        var now = DateTimeOffset.UtcNow;

        var taken = await Task.WhenAll(Enumerable.Range(0, 20).Select(_ => Task.Run(() =>
            node.WithDbAsync(db => db.InTransactionAsync(() => new WeekBudget(db).TakeAsync([(person, 3)], now, default), default)))));

        Assert.Equal(3, taken.Count(granted => granted.Contains(person)));
        Assert.True((await RefusalAsync(AskOnceMoreAsync)).RefusedBy("request_budget_kept"));
        await node.WithoutConstraintAsync("request_budget", "request_budget_kept", "CONSTRAINT request_budget_kept CHECK (asked <= allowed)");

        Assert.Equal(1, await AskOnceMoreAsync());

        Task<int> AskOnceMoreAsync() =>
            node.WithDbAsync(db => db.Database.ExecuteSqlAsync($"UPDATE request_budget SET asked = asked + 1 WHERE person_id = {person.Value}"));
    }

    private static Task<int> AssignAsync(Node node, Offer offer, int place) => node.WithDbAsync(db =>
    {
        db.Add(new Assignment
        {
            NeedId = offer.NeedId,
            PlaceNumber = place,
            PersonId = offer.PersonId,
            OfferId = offer.Id,
            CommitmentId = Guid.CreateVersion7(),
            TakenAt = DateTimeOffset.UtcNow,
        });
        return db.SaveChangesAsync();
    });

    private static Task<Exception> RefusalAsync(Func<Task> act) => Assert.ThrowsAnyAsync<Exception>(act);
}
