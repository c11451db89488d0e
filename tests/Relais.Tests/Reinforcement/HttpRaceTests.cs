using System.Net;
using System.Text.Json;
using Relais.Kernel.Data;
using Relais.Reinforcement.Offers;
using Relais.Reinforcement.Places;
using Relais.Tests.Infrastructure;

namespace Relais.Tests.Reinforcement;

/// <summary>Everybody says yes at the same moment by HTTP, over two nodes: whoever is late is told so, and why.</summary>
public sealed class HttpRaceTests(PostgresServer postgres)
{
    private const int People = 200;

    [Theory, OnEveryEngine]
    public async Task Two_hundred_acceptances_of_one_place_by_the_API_give_one_201_and_409_to_the_others(Engine engine)
    {
        await using var installation = await Installation.CreateAsync(engine, postgres);
        var nodes = installation.AddTwoNodes();
        var invited = await Invited.AskAsync(nodes[0], ReinforcementWorld.NewNeed(1, ReinforcementWorld.Night()), People);

        var answers = await AtOnceAsync([.. invited.Select((one, index) => one.ReadyByApi(nodes[index % 2]))]);

        var winner = Assert.Single(answers, answer => answer.StatusCode is HttpStatusCode.Created);
        Assert.Equal("Accepted", JsonElement.Parse(await winner.Content.ReadAsStringAsync(TestContext.Current.CancellationToken)).GetProperty("state").GetString(), ignoreCase: true);
        Assert.All(answers.Where(answer => answer != winner), answer => Assert.Equal(HttpStatusCode.Conflict, answer.StatusCode));
        foreach (var refusal in answers.Where(answer => answer != winner))
        {
            await AssertReasonAsync(refusal);
        }

        await AssertFilledAsync(nodes[1], invited, places: 1);
    }

    [Theory, OnEveryEngine]
    public async Task Two_hundred_people_for_seven_places_by_page_link_and_API_fill_exactly_seven(Engine engine)
    {
        await using var installation = await Installation.CreateAsync(engine, postgres);
        var nodes = installation.AddTwoNodes();
        var invited = await Invited.AskAsync(nodes[0], ReinforcementWorld.NewNeed(7, ReinforcementWorld.Night()), People);
        var ready = new List<Func<Task<HttpResponseMessage>>>(People);
        foreach (var (index, one) in invited.Index())
        {
            var node = nodes[index % 2];
            ready.Add((index % 3) switch
            {
                0 => await one.ReadyByPageAsync(node),
                1 => await one.ReadyByLinkAsync(node),
                _ => one.ReadyByApi(node),
            });
        }

        var answers = await AtOnceAsync(ready);

        Assert.Equal(7, answers.Count(answer => answer.StatusCode is HttpStatusCode.Created or HttpStatusCode.Redirect));
        var late = answers.Where(answer => answer.StatusCode is HttpStatusCode.Conflict).ToList();
        Assert.Equal(193, late.Count);
        foreach (var refusal in late)
        {
            await AssertReasonAsync(refusal);
        }

        await AssertFilledAsync(nodes[1], invited, places: 7);
    }

    private static async Task<HttpResponseMessage[]> AtOnceAsync(List<Func<Task<HttpResponseMessage>>> ready)
    {
        var start = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        var sent = ready.ConvertAll(send => Task.Run(async () =>
        {
            await start.Task;
            return await send();
        }));
        start.SetResult();
        return await Task.WhenAll(sent);
    }

    /// <summary>A program reads a code that never changes, a person a sentence.</summary>
    private static async Task AssertReasonAsync(HttpResponseMessage refusal)
    {
        const string Sentence = "Toutes les places sont prises.";
        if (refusal.Content.Headers.ContentType?.MediaType is "application/problem+json")
        {
            var problem = JsonElement.Parse(await refusal.Content.ReadAsStringAsync(TestContext.Current.CancellationToken));
            Assert.Equal("place_taken", problem.GetProperty("code").GetString());
            Assert.StartsWith(Sentence, problem.GetProperty("detail").GetString(), StringComparison.Ordinal);
        }
        else
        {
            Assert.StartsWith(Sentence, (await refusal.ReadPageAsync()).QuerySelector("[role=alert] p")?.TextContent, StringComparison.Ordinal);
        }
    }

    /// <summary>The places, the holders, their hours and the answers say the same.</summary>
    private static async Task AssertFilledAsync(Node node, List<Invited> invited, int places)
    {
        var need = invited[0].Need.Id;
        var held = await node.ReadAsync<Assignment>(assignment => assignment.NeedId == need && assignment.ReleasedAt == null);
        var accepted = await node.ReadAsync<Offer>(offer => offer.NeedId == need && offer.State == OfferState.Accepted);
        var hours = await node.ReadAsync<Relais.Commitments.Holding.Commitment>(commitment => commitment.ReleasedAt == null);

        Assert.Equal(Enumerable.Range(1, places), held.Select(assignment => assignment.PlaceNumber).Order());
        Assert.Equal(accepted.Select(offer => offer.PersonId.Value).Order(), held.Select(assignment => assignment.PersonId.Value).Order());
        Assert.Equal(held.Select(assignment => assignment.CommitmentId).Order(), hours.Select(commitment => commitment.Id.Value).Order());
        Assert.Equal(People - places, (await node.ReadAsync<Offer>(offer => offer.NeedId == need && offer.State == OfferState.Standby)).Count);
    }
}
