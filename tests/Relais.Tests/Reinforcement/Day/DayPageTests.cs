using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using Relais.Accounts.Contracts;
using Relais.Kernel.Data;
using Relais.Reinforcement.Needs;
using Relais.Reinforcement.Offers;
using Relais.Tests.Infrastructure;
using Relais.Volunteers.Dossier;

namespace Relais.Tests.Reinforcement.Day;

/// <summary>The open posts of a day, as who answers for them reads them.</summary>
public sealed class DayPageTests(PostgresServer postgres)
{
    private static readonly CancellationToken Stop = TestContext.Current.CancellationToken;

    private static readonly DateTimeOffset Night = ReinforcementWorld.Night(days: 3);

    [Theory, OnEveryEngine]
    public async Task Posts_are_counted_by_the_reason_why_they_are_open_the_most_hopeless_first(Engine engine)
    {
        await using var installation = await Installation.CreateAsync(engine, postgres);
        var node = installation.AddNode();
        await LayAsync(node, 2);
        await LayAsync(node, 1, people: 2, offers: state => state is 0 ? OfferState.Declined : OfferState.Withdrawn);
        await LayAsync(node, 1, people: 1);
        await LayAsync(node, 1, people: 1, offers: _ => OfferState.Candidate);
        await LayAsync(node, 3, need => (need.State, need.EndedAt) = (NeedState.Closed, Night.AddHours(-1)));
        await LayAsync(node, 1, need => need.LateUntil = DateTimeOffset.UtcNow.AddHours(-1));
        await LayAsync(node, 1, need => (need.State, need.PublishedAt, need.PublishAt) = (NeedState.Draft, null, Night.AddDays(-1)));

        // Neither a draft that waits for its manager, nor what is cancelled, far away or on another day.
        await LayAsync(node, 8, need => (need.State, need.PublishedAt) = (NeedState.Draft, null));
        await LayAsync(node, 8, need => need.State = NeedState.Cancelled);
        await node.AskAsync(ReinforcementWorld.NewNeed(8, Night, commune: "75056"), people: 0);
        await node.AskAsync(ReinforcementWorld.NewNeed(8, Night.AddDays(2)), people: 0);

        var coordinator = await node.SignInAsync((Role.Coordinator, new Scope.Territory("DEP-29")));
        var page = await coordinator.Browser.GetPageAsync(AddressOf(Night));
        Assert.Equal(
            ["NobodyCan", "NobodyLeft", "AwaitsChoice", "AwaitsAnswers", "NotPublished", "Stopped", "TooLate"],
            page.QuerySelectorAll("main h2[id]").Select(title => title.Id));
        Assert.Equal("2 postes que personne ne peut prendre", page.QuerySelector("main h2[id]")!.TextContent);
        Assert.Equal("10 postes ouverts sur 10", page.QuerySelector("main .rs-lead")!.TextContent);
        Assert.Contains("2 prévenues, 0 sans réponse, 2 non.", page.QuerySelector("#NobodyLeft ~ ul .rs-card")!.TextContent, StringComparison.Ordinal);

        // The night lies in the next day too.
        Assert.Equal("10 postes ouverts sur 10", (await coordinator.Browser.GetPageAsync(AddressOf(Night.AddDays(1)))).QuerySelector("main .rs-lead")!.TextContent);
        Assert.Equal(["10 postes ouverts", "10 postes ouverts", "8 postes ouverts", "8 postes ouverts"], CountsFrom(page, Night, 4));
        Assert.NotNull((await coordinator.Browser.GetPageAsync(AddressOf(Night.AddDays(-1)))).QuerySelector("main .rs-empty"));

        var csv = await coordinator.Browser.GetStringAsync(new Uri(page.QuerySelector("main a[href*='format=csv']")!.GetAttribute("href")!, UriKind.Relative), Stop);
        Assert.Equal(1 + 7, csv.Split("\r\n", StringSplitOptions.RemoveEmptyEntries).Length);
    }

    [Theory, OnEveryEngine]
    public async Task What_would_unblock_a_post_is_said_and_unblocks_it(Engine engine)
    {
        await using var installation = await Installation.CreateAsync(engine, postgres);
        var node = installation.AddNode();
        var reach = Volunteers.Invented.Nurse().Reach;
        var nurse = await node.InviteNurseAsync(dossier => dossier with { Reach = reach with { TravelMinutes = null, Zones = [] } });
        await LayAsync(node, 1, need => need.NextWaveAt = DateTimeOffset.UtcNow.AddMinutes(5));
        var coordinator = await node.SignInAsync((Role.Coordinator, new Scope.Territory("DEP-29")));
        var planner = await node.SignInAsync((Role.Planner, new Scope.Territory("DEP-29")));

        var card = (await coordinator.Browser.GetPageAsync(AddressOf(Night))).QuerySelector("#NobodyCan ~ ul .rs-card")!;
        Assert.Contains("1 personne a la compétence, mais la mission est hors de sa zone.", card.TextContent, StringComparison.Ordinal);
        Assert.Equal(3, card.QuerySelectorAll("a[href*='/suivi'], a[href*='/apercu'], a[href*='/modifier']").Length);
        var seen = (await planner.Browser.GetPageAsync(AddressOf(Night))).QuerySelector("#NobodyCan ~ ul .rs-card")!;
        Assert.Contains("hors de sa zone", seen.TextContent, StringComparison.Ordinal);
        Assert.Empty(seen.QuerySelectorAll("a"));

        await node.WithAsync((Dossiers dossiers) => dossiers.ChangeAsync(nurse.Person, "reach", volunteer => volunteer.GoTo(reach), Stop));

        var unblocked = await coordinator.Browser.GetPageAsync(AddressOf(Night));
        Assert.Equal("NotAskedYet", Assert.Single(unblocked.QuerySelectorAll("main h2[id]")).Id);
    }

    /// <summary>A need of that night in Finistère, and how those who were asked about it answered.</summary>
    private static async Task LayAsync(Infrastructure.Node node, int places, Action<Need>? change = null, int people = 0, Func<int, OfferState>? offers = null)
    {
        var need = ReinforcementWorld.NewNeed(places, Night);
        change?.Invoke(need);
        var (_, asked) = await node.AskAsync(need, people);
        await node.WithDbAsync(async db =>
        {
            db.AttachRange(asked);
            foreach (var (rank, offer) in asked.Index())
            {
                offer.State = offers?.Invoke(rank) ?? OfferState.Waiting;
            }

            return await db.SaveChangesAsync(Stop);
        });
    }

    private static string AddressOf(DateTimeOffset day) => $"/besoins/jour?jour={day:yyyy-MM-dd}";

    private static IEnumerable<string> CountsFrom(IHtmlDocument page, DateTimeOffset day, int days) => Enumerable.Range(0, days)
        .Select(number => page.QuerySelector($"nav .rs-chip[href='{AddressOf(day.AddDays(number))}'] .rs-count")!.TextContent);
}
