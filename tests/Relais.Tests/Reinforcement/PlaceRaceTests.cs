using System.Net;
using Microsoft.EntityFrameworkCore;
using Relais.Kernel.Data;
using Relais.Reinforcement.Answers;
using Relais.Reinforcement.Offers;
using Relais.Reinforcement.Places;
using Relais.Tests.Infrastructure;

namespace Relais.Tests.Reinforcement;

/// <summary>Everybody says yes at the same moment, over two nodes.</summary>
public class PlaceRaceTests(PostgresServer postgres)
{
    [Theory, OnEveryEngine]
    public async Task Two_hundred_people_for_one_place_give_one_yes_and_reasons_to_the_others(Engine engine)
    {
        await using var installation = await Installation.CreateAsync(engine, postgres);
        var nodes = installation.AddTwoNodes();
        var (need, offers) = await nodes[0].AskAsync(ReinforcementWorld.NewNeed(1, ReinforcementWorld.Night()), 200);

        var answers = await Task.WhenAll(offers.Select((offer, index) => Task.Run(() => AcceptAsync(nodes[index % 2], offer))));

        Assert.Equal(1, await nodes[0].HeldAsync(need.Id));
        Assert.Single(answers.OfType<AnswerResult.Done>());
        Assert.Equal(199, answers.OfType<AnswerResult.Refused>().Count(refused => refused.Code == "place_taken"));
    }

    [Theory, OnEveryEngine]
    public async Task One_person_who_accepts_twenty_overlapping_offers_at_once_holds_one(Engine engine)
    {
        await using var installation = await Installation.CreateAsync(engine, postgres);
        var nodes = installation.AddTwoNodes();
        var needs = Enumerable.Range(0, 20).Select(hour => ReinforcementWorld.NewNeed(1, ReinforcementWorld.Night().AddMinutes(hour * 10))).ToList();
        var offers = await nodes[0].AskOneAsync(needs);

        var answers = await Task.WhenAll(offers.Select((offer, index) => Task.Run(() => AcceptAsync(nodes[index % 2], offer))));

        Assert.Single(answers.OfType<AnswerResult.Done>());
        Assert.Equal(19, answers.OfType<AnswerResult.Refused>().Count(refused => refused.Code == "rest.overlap"));
        Assert.Equal(1, await nodes[0].WithDbAsync(db => db.Set<Assignment>().CountAsync(a => a.ReleasedAt == null)));
    }

    [Theory, OnEveryEngine]
    public async Task Twenty_yeses_that_do_not_overlap_leave_only_what_rest_allows(Engine engine)
    {
        await using var installation = await Installation.CreateAsync(engine, postgres);
        var nodes = installation.AddTwoNodes();

        // One every 8 hours, 6 hours long: any two neighbours leave 2 hours of rest.
        var needs = Enumerable.Range(0, 20).Select(turn => ReinforcementWorld.NewNeed(1, ReinforcementWorld.Night().AddHours(turn * 8), TimeSpan.FromHours(6))).ToList();
        var offers = await nodes[0].AskOneAsync(needs);

        await Task.WhenAll(offers.Select((offer, index) => Task.Run(() => AcceptAsync(nodes[index % 2], offer))));

        var held = await nodes[0].WithDbAsync(db => db.Set<Assignment>().Where(a => a.ReleasedAt == null)
            .Join(db.Set<Relais.Reinforcement.Needs.Need>(), a => a.NeedId, n => n.Id, (_, n) => new { n.StartsAt, n.EndsAt })
            .OrderBy(n => n.StartsAt).ToListAsync());
        Assert.NotEmpty(held);
        Assert.All(held.Zip(held.Skip(1)), pair => Assert.True(pair.Second.StartsAt - pair.First.EndsAt >= TimeSpan.FromHours(11), "private sector: 11 h of rest"));
        Assert.All(held, start => Assert.True(
            held.Where(n => n.StartsAt >= start.StartsAt && n.StartsAt < start.StartsAt.AddDays(7)).Sum(n => (n.EndsAt - n.StartsAt).TotalHours) <= 96, "two calendar weeks at most"));
    }

    [Theory, OnEveryEngine]
    public async Task Two_hundred_people_for_seven_places_by_link_fill_exactly_seven(Engine engine)
    {
        await using var installation = await Installation.CreateAsync(engine, postgres);
        var nodes = installation.AddTwoNodes();
        var (need, offers) = await nodes[0].AskAsync(ReinforcementWorld.NewNeed(7, ReinforcementWorld.Night()), 200);

        var statuses = await Task.WhenAll(offers.Select((offer, index) => Task.Run(() => AcceptByLinkAsync(nodes[index % 2], need, offer))));

        Assert.Equal(7, await nodes[0].HeldAsync(need.Id));
        Assert.Equal(7, statuses.Count(status => status is HttpStatusCode.Redirect));
        Assert.Equal(193, statuses.Count(status => status is HttpStatusCode.Conflict));
    }

    private static Task<AnswerResult> AcceptAsync(Node node, Offer offer) =>
        node.WithAsync<Answering, AnswerResult>(answering => answering.AcceptAsync(offer.Id, version: null, default));

    private static async Task<HttpStatusCode> AcceptByLinkAsync(Node node, Relais.Reinforcement.Needs.Need need, Offer offer)
    {
        var token = await node.WithAsync<OfferLinks, string>(async links => await links.TokenAsync(offer, need, default));
        using var client = node.CreateClient(new() { AllowAutoRedirect = false });
        var page = await client.GetPageAsync($"/offres/{token}");
        var form = page.Forms.First(form => form.QuerySelector("[name=Version]") is not null);
        var answer = form.QuerySelector("button")!.GetAttribute("formaction")!;
        using var response = await client.PostAsync(new Uri($"/offres/{token}{answer}", UriKind.Relative), new FormUrlEncodedContent(
            form.QuerySelectorAll("input[name]").Select(input => KeyValuePair.Create(input.GetAttribute("name")!, input.GetAttribute("value") ?? ""))));
        return response.StatusCode;
    }
}
