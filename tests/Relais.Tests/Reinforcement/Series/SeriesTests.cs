using Microsoft.EntityFrameworkCore;
using Relais.Kernel.Data;
using Relais.Kernel.Jobs;
using Relais.Reinforcement.Answers;
using Relais.Reinforcement.Needs;
using Relais.Reinforcement.Offers;
using Relais.Reinforcement.Places;
using Relais.Reinforcement.Series;
using Relais.Tests.Infrastructure;

namespace Relais.Tests.Reinforcement.Series;

/// <summary>What a series makes, how its dates come to be asked about, and what changes or ends them.</summary>
public sealed class SeriesTests(PostgresServer postgres)
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Theory, OnEveryEngine]
    public async Task Each_date_is_a_need_of_its_own_and_the_nearest_are_published_first_one_after_another(Engine engine)
    {
        await using var house = await SeriesHouse.OpenAsync(engine, postgres);
        var node = house.AddNode();

        var series = await SeriesHouse.RepeatAsync(node, SeriesHouse.Nights(20), leadDays: 3);
        var needs = await SeriesHouse.NeedsAsync(node, series);

        Assert.Equal(20, needs.Count);
        Assert.All(needs, need => Assert.Equal(TimeSpan.FromHours(12), need.EndsAt - need.StartsAt));
        await Eventually.TrueAsync(async () => (await SeriesHouse.NeedsAsync(node, series))[0].State is NeedState.Open, "the first date is not published");
        Assert.All((await SeriesHouse.NeedsAsync(node, series)).Skip(1), need => Assert.Equal(NeedState.Draft, need.State));

        house.Clock.Set(SeriesHouse.Morning.AddMinutes(31));
        await Eventually.TrueAsync(async () => (await SeriesHouse.NeedsAsync(node, series))[1].State is NeedState.Open, "the second date is not published");
        Assert.All((await SeriesHouse.NeedsAsync(node, series)).Skip(2), need => Assert.Equal(NeedState.Draft, need.State));
    }

    [Theory, OnEveryEngine]
    public async Task A_series_sent_ten_times_at_once_to_two_nodes_exists_once(Engine engine)
    {
        await using var house = await SeriesHouse.OpenAsync(engine, postgres);
        Node[] nodes = [house.AddNode(works: false), house.AddNode(works: false)];
        var request = await SeriesHouse.RequestAsync(nodes[0], SeriesHouse.Nights(12));

        var written = await Task.WhenAll(Enumerable.Range(0, 10).Select(turn => Task.Run(() => SeriesHouse.WriteAsync(nodes[turn % 2], request))));

        Assert.Single(written, isFirst => isFirst);
        var needs = await SeriesHouse.NeedsAsync(nodes[0], request.Id);
        Assert.Equal(12, needs.Select(need => need.SeriesDay).Distinct().Count());
        Assert.Equal(12, needs.Count);
    }

    [Theory, OnEveryEngine]
    public async Task The_database_refuses_a_date_of_a_series_a_second_time(Engine engine)
    {
        await using var house = await SeriesHouse.OpenAsync(engine, postgres);
        var node = house.AddNode(works: false);
        var series = await SeriesHouse.RepeatAsync(node, SeriesHouse.Nights(2));
        var again = ReinforcementWorld.NewNeed(1, ReinforcementWorld.Night());
        again.Join(series, SeriesHouse.Monday.AddDays(1), SeriesHouse.Morning);

        var refused = await Assert.ThrowsAsync<DbUpdateException>(() => node.WithDbAsync(db =>
        {
            db.Add(again);
            return db.SaveChangesAsync(Stop);
        }));

        Assert.True(refused.RefusedBy("need_once_in_series", "need.series_id, need.series_day"));
    }

    [Theory, OnEveryEngine]
    public async Task A_date_that_ten_jobs_publish_at_once_on_two_nodes_has_its_places_once(Engine engine)
    {
        await using var house = await SeriesHouse.OpenAsync(engine, postgres);
        Node[] nodes = [house.AddNode(works: false), house.AddNode(works: false)];
        var series = await SeriesHouse.RepeatAsync(nodes[0], SeriesHouse.Nights(1));
        var need = Assert.Single(await SeriesHouse.NeedsAsync(nodes[0], series));

        await Task.WhenAll(Enumerable.Range(0, 10).Select(turn => Task.Run(() => nodes[turn % 2].WithAsync(async (IJobHandler<PublishInTurn> job) =>
        {
            await job.HandleAsync(new PublishInTurn(need.Id.Value), Stop);
            return true;
        }))));

        Assert.Single(await nodes[0].ReadAsync<Place>(place => place.NeedId == need.Id));
        Assert.Equal(NeedState.Open, Assert.Single(await SeriesHouse.NeedsAsync(nodes[0], series)).State);
    }

    [Theory, OnEveryEngine]
    public async Task Whoever_stops_before_its_hour_another_node_publishes_every_date(Engine engine)
    {
        await using var house = await SeriesHouse.OpenAsync(engine, postgres);
        var first = house.AddNode();
        var series = await SeriesHouse.RepeatAsync(first, SeriesHouse.Nights(8), leadDays: 1);
        await first.DisposeAsync();

        // Eight days later: five dates began while nobody was there, one begins tonight, two are not due yet.
        house.Clock.Set(SeriesHouse.Morning.AddDays(8));
        var second = house.AddNode();

        await Eventually.TrueAsync(
            async () => (await SeriesHouse.NeedsAsync(second, series)).Count(need => need.State is NeedState.Draft) is 2, "dates wait for ever", withinSeconds: 60);
        house.Clock.Set(SeriesHouse.Morning.AddDays(10));
        await Eventually.TrueAsync(
            async () => (await SeriesHouse.NeedsAsync(second, series)).TrueForAll(need => need.State is not NeedState.Draft), "dates wait for ever", withinSeconds: 60);
        var states = (await SeriesHouse.NeedsAsync(second, series)).ToLookup(need => need.State);
        Assert.All(states[NeedState.Closed], need => Assert.True(need.StartsAt <= SeriesHouse.Morning.AddDays(10)));
        Assert.NotEmpty(states[NeedState.Open]);
    }

    [Theory, OnEveryEngine]
    public async Task A_date_changed_alone_keeps_its_change_and_who_comes_is_asked_again_on_the_others(Engine engine)
    {
        await using var house = await SeriesHouse.OpenAsync(engine, postgres);
        var node = house.AddNode(works: false);
        var series = await SeriesHouse.RepeatAsync(node, SeriesHouse.Nights(5));
        var needs = await SeriesHouse.NeedsAsync(node, series);
        var offer = await PromiseAsync(node, needs[1]);

        var alone = ShiftForm.From(needs[2]);
        alone.Starts = new TimeOnly(22, 0);
        Assert.IsType<NeedResult.Done>(await node.WithAsync((NeedChanging changing) => changing.ChangeAsync(needs[2].Id, alone.ToChange(alone.Day!.Value, Paris), Stop)));
        var whole = ShiftForm.From(needs[0]);
        whole.Starts = new TimeOnly(19, 0);
        Assert.IsType<NeedResult.Done>(await node.WithAsync((SeriesActs acts) => acts.ChangeAsync(needs[0], whole, isWhole: true, Stop)));

        var after = await SeriesHouse.NeedsAsync(node, series);
        Assert.Equal([19, 19, 22, 19, 19], after.Select(need => TimeZoneInfo.ConvertTime(need.StartsAt, Paris).Hour));
        Assert.Equal(needs.Select(need => need.SeriesDay), after.Select(need => need.SeriesDay));
        Assert.Equal(OfferState.ToReconfirm, Assert.Single(await node.ReadAsync<Offer>(o => o.Id == offer.Id)).State);
        Assert.Equal(new TimeOnly(19, 0), Assert.Single(await node.ReadAsync<NeedSeries>(s => s.Id == series)).Starts);
    }

    [Theory, OnEveryEngine]
    public async Task A_change_of_the_following_dates_leaves_those_before_and_all_or_none_change(Engine engine)
    {
        await using var house = await SeriesHouse.OpenAsync(engine, postgres);
        var node = house.AddNode(works: false);
        var series = await SeriesHouse.RepeatAsync(node, SeriesHouse.Nights(5));
        var needs = await SeriesHouse.NeedsAsync(node, series);
        var two = ShiftForm.From(needs[3]);
        two.HeadCount = 2;
        Assert.IsType<NeedResult.Done>(await node.WithAsync((SeriesActs acts) => acts.ChangeAsync(needs[3], two, isWhole: false, Stop)));
        Assert.Equal([1, 1, 1, 2, 2], (await SeriesHouse.NeedsAsync(node, series)).Select(need => need.HeadCount));

        await PromiseAsync(node, needs[4]);
        await PromiseAsync(node, needs[4]);
        var one = ShiftForm.From(needs[2]);
        (one.HeadCount, one.Site) = (1, "Porte C");
        var refused = Assert.IsType<NeedResult.Refused>(await node.WithAsync((SeriesActs acts) => acts.ChangeAsync(needs[2], one, isWhole: false, Stop)));

        Assert.Equal("places_held", refused.Code);
        Assert.All(await SeriesHouse.NeedsAsync(node, series), need => Assert.NotEqual("Porte C", need.Site));
    }

    [Theory, OnEveryEngine]
    public async Task What_is_left_is_cancelled_in_one_act_and_restored_in_another(Engine engine)
    {
        await using var house = await SeriesHouse.OpenAsync(engine, postgres);
        var node = house.AddNode(works: false);
        var series = await SeriesHouse.RepeatAsync(node, SeriesHouse.Nights(6));
        var needs = await SeriesHouse.NeedsAsync(node, series);
        await node.WithAsync((NeedLife life) => life.CancelAsync(needs[5].Id, Stop));
        var offer = await PromiseAsync(node, needs[3]);
        house.Clock.Set(SeriesHouse.Morning.AddMinutes(5));
        var before = house.Clock.GetUtcNow();

        Assert.Equal(3, await node.WithAsync((SeriesActs acts) => acts.CancelAsync(series, needs[2].SeriesDay!.Value, Stop)));
        Assert.Equal(0, await node.HeldAsync(needs[3].Id));
        Assert.Equal(3, await node.WithAsync((SeriesActs acts) => acts.RestoreAsync(series, before, Stop)));

        var after = await SeriesHouse.NeedsAsync(node, series);
        Assert.Equal(
            [NeedState.Draft, NeedState.Draft, NeedState.Draft, NeedState.Open, NeedState.Draft, NeedState.Cancelled],
            after.Select(need => need.State));
        Assert.Equal(OfferState.Waiting, Assert.Single(await node.ReadAsync<Offer>(o => o.Id == offer.Id)).State);
        Assert.IsType<AnswerResult.Done>(await node.WithAsync((Answering answering) => answering.AcceptAsync(offer.Id, after[3].Version, Stop)));
    }

    [Theory, OnEveryEngine]
    public async Task Changes_and_cancellations_of_a_series_at_once_leave_every_date_whole(Engine engine)
    {
        await using var house = await SeriesHouse.OpenAsync(engine, postgres);
        Node[] nodes = [house.AddNode(works: false), house.AddNode(works: false)];
        var series = await SeriesHouse.RepeatAsync(nodes[0], SeriesHouse.Nights(10));
        var needs = await SeriesHouse.NeedsAsync(nodes[0], series);

        await Task.WhenAll(Enumerable.Range(0, 12).Select(turn => Task.Run(async () =>
        {
            if (turn % 3 is 0)
            {
                await nodes[turn % 2].WithAsync((SeriesActs acts) => acts.CancelAsync(series, needs[5].SeriesDay!.Value, Stop));
                return;
            }

            var form = ShiftForm.From(needs[0]);
            form.Starts = new TimeOnly(18, turn);
            Assert.IsType<NeedResult.Done>(await nodes[turn % 2].WithAsync((SeriesActs acts) => acts.ChangeAsync(needs[0], form, isWhole: true, Stop)));
        })));

        var after = await SeriesHouse.NeedsAsync(nodes[0], series);
        Assert.All(after.Skip(5), need => Assert.Equal(NeedState.Cancelled, need.State));
        Assert.Single(after.Take(5).Select(need => TimeOnly.FromDateTime(need.StartsAt.UtcDateTime)).Distinct());
    }

    private static TimeZoneInfo Paris => TimeZoneInfo.FindSystemTimeZoneById("Europe/Paris");

    /// <summary>The date is published, and somebody new says yes to it.</summary>
    private static async Task<Offer> PromiseAsync(Node node, Need need)
    {
        Assert.IsType<NeedResult.Done>(await node.WithAsync((NeedLife life) => life.PublishAsync(need.Id, Stop)));
        var published = Assert.Single(await node.ReadAsync<Need>(n => n.Id == need.Id));
        var offer = ReinforcementWorld.NewOffer(published, Relais.Accounts.Contracts.PersonId.New());
        await node.WithDbAsync(db =>
        {
            db.Add(offer);
            return db.SaveChangesAsync(Stop);
        });
        Assert.IsType<AnswerResult.Done>(await node.WithAsync((Answering answering) => answering.AcceptAsync(offer.Id, published.Version, Stop)));
        return offer;
    }
}
