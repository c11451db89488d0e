using System.IO.Compression;
using System.Net;
using Microsoft.EntityFrameworkCore;
using Relais.Accounts.Contracts;
using Relais.Kernel.Data;
using Relais.Kernel.Jobs;
using Relais.Kernel.Retention;
using Relais.Matching.Instances;
using Relais.Matching.Planning;
using Relais.Matching.Ranking;
using Relais.Observatory.Contracts;
using Relais.Reinforcement.Browse;
using Relais.Reinforcement.Needs;
using Relais.Reinforcement.Offers;
using Relais.Reinforcement.RegionPlans;
using Relais.Tests.Commands;
using Relais.Tests.Infrastructure;
using Relais.Tests.Observatory;

namespace Relais.Tests.Reinforcement.RegionPlans;

/// <summary>A coordinator asks for a plan of a territory, and follows it in part.</summary>
public sealed class RegionPlanTests(PostgresServer postgres)
{
    private static readonly CancellationToken Stop = TestContext.Current.CancellationToken;

    [Theory, OnEveryEngine]
    public async Task A_plan_is_made_in_the_background_and_followed_in_part(Engine engine)
    {
        await using var installation = await Installation.CreateAsync(engine, postgres);
        var node = installation.AddNode();
        await node.InventNursesAsync(2);
        var needs = new[] { NewNeed(3), NewNeed(3), NewNeed(6) };
        foreach (var need in needs)
        {
            await node.AskAsync(need, people: 0);
        }

        var coordinator = await node.SignInAsync((Role.Coordinator, new Scope.Territory("DEP-29")));
        var asking = await coordinator.Browser.GetPageAsync("/plans");
        var asked = await coordinator.Browser.SubmitAsync(asking, "/plans", ("Form.Days", "14"));
        var address = asked.Headers.Location!.OriginalString;
        var plan = await ReadyAsync(node);
        Assert.Equal($"/plans/{plan.Id}", address);
        Assert.Equal((3, 0, RegionPlanEnd.Optimal, plan.Bound), (plan.FreePosts, plan.OpenPosts, plan.EndKind, plan.Cost));

        // Nobody holds two nights at once: each of the two nurses has one of the first two needs.
        var lines = await node.ReadAsync<RegionPlanLine>(_ => true);
        Assert.Equal(2, lines.Where(line => line.NeedId != needs[2].Id).Select(line => line.PersonId).Distinct().Count());
        Assert.Empty(await node.ReadAsync<Offer>(_ => true));

        var page = await coordinator.Browser.GetPageAsync(address);
        Assert.Contains("Aucun meilleur plan n’existe", page.Body!.TextContent, StringComparison.Ordinal);
        var boxes = page.QuerySelectorAll("main input[name='Form.Lines']").Select(box => box.GetAttribute("value")!).ToList();
        Assert.Equal(3, boxes.Count);
        await coordinator.Browser.SubmitAsync(page, address, ("Form.Lines", boxes[0]));
        var first = lines.Single(line => new LineName(line.NeedId, line.PersonId).ToString() == boxes[0]);
        var offer = Assert.Single(await node.ReadAsync<Offer>(_ => true));
        Assert.Equal((first.NeedId, first.PersonId, OfferState.Waiting, PlanDecisions.Reason), (offer.NeedId, offer.PersonId, offer.State, offer.ReasonCodes[0]));

        page = await coordinator.Browser.GetPageAsync(address);
        var unsaid = await (await coordinator.Browser.SubmitAsync(page, $"{address}?handler=SetAside", ("Form.Lines", boxes[1]))).ReadPageAsync();
        Assert.Contains("Dites pourquoi", unsaid.QuerySelector(".govuk-error-summary")!.TextContent, StringComparison.Ordinal);
        Assert.NotNull(unsaid.QuerySelector($"input[value='{boxes[1]}'][checked]"));
        await coordinator.Browser.SubmitAsync(page, $"{address}?handler=SetAside", ("Form.Lines", boxes[1]), ("Form.Why", "Rentre d’un long congé"));

        var kept = await node.ReadAsync<RegionPlanLine>(line => line.State == LineState.SetAside);
        Assert.Equal(("Rentre d’un long congé", coordinator.Person), (Assert.Single(kept).Why, kept[0].DecidedBy));
        Assert.Single(await node.ReadAsync<RegionPlanLine>(line => line.State == LineState.Proposed));
        var csv = await coordinator.Browser.GetStringAsync(new Uri($"{address}?format=csv", UriKind.Relative), Stop);
        Assert.Contains("Rentre d’un long congé", csv, StringComparison.Ordinal);

        page = await coordinator.Browser.GetPageAsync(address);
        Assert.Equal(boxes[1], page.QuerySelector("main button[name='Form.Back']")!.GetAttribute("value"));
        await coordinator.Browser.SubmitAsync(page, $"{address}?handler=TakeBack", ("Form.Back", boxes[1]));
        Assert.Equal(2, (await node.ReadAsync<RegionPlanLine>(line => line.State == LineState.Proposed && line.Why == null)).Count);
    }

    /// <summary>The supply of the test has sixty doctors in Quimper, and none anywhere near Carhaix: an open post counts double there.</summary>
    [Fact]
    public async Task An_open_post_weighs_more_where_doctors_are_lacking_and_the_page_says_so()
    {
        await using var installation = await Installation.CreateAsync(Engine.Sqlite, postgres);
        var node = installation.AddNode();
        await node.ImportAsync(DatasetKind.Supply, ObservatoryFiles.Supply);
        await node.AskAsync(ReinforcementWorld.NewNeed(1, ReinforcementWorld.Night(3), commune: "29024"), people: 0);
        await node.AskAsync(ReinforcementWorld.NewNeed(1, ReinforcementWorld.Night(4), commune: "29232"), people: 0);
        var coordinator = await node.SignInAsync((Role.Coordinator, new Scope.Territory("DEP-29")));

        var plan = await MadeAsync(node, coordinator);
        using var folder = await UnpackedAsync(node, plan.Id);
        var weights = (await File.ReadAllLinesAsync(System.IO.Path.Combine(folder.Path, "shifts.csv"), Stop)).Skip(1).Select(line => line.Split(',')[^1]);
        var page = await coordinator.Browser.GetPageAsync($"/plans/{plan.Id}");

        Assert.Equal(["100", "0"], weights);
        Assert.Equal(1, page.Body!.TextContent.Split("une place libre y compte 100 % de plus").Length - 1);
        Assert.Equal((100, 0), ((await node.ReadAsync<RegionPlanNeed>(need => need.Vulnerability > 0)).Single().Vulnerability, (await node.ReadAsync<RegionPlanNeed>(need => need.Vulnerability == 0)).Single().Vulnerability));
    }

    [Theory, OnEveryEngine]
    public async Task What_became_impossible_since_the_plan_is_not_asked(Engine engine)
    {
        await using var installation = await Installation.CreateAsync(engine, postgres);
        var node = installation.AddNode();
        var coordinator = await node.SignInAsync((Role.Coordinator, new Scope.Territory("DEP-29")));
        await node.InventNursesAsync(3);
        var (cancelled, _) = await node.AskAsync(NewNeed(3), people: 0);
        var (held, _) = await node.AskAsync(NewNeed(6), people: 0);
        var (standing, _) = await node.AskAsync(NewNeed(9), people: 0);
        var plan = await MadeAsync(node, coordinator);
        var lines = (await node.ReadAsync<RegionPlanLine>(_ => true)).ToDictionary(line => line.NeedId, line => new LineName(line.NeedId, line.PersonId));
        await node.SqlAsync($"UPDATE need SET state = 'Cancelled' WHERE id = {cancelled.Id.Value}");
        await node.SqlAsync($"INSERT INTO request_budget (person_id, week, asked, allowed) VALUES ({lines[held.Id].Person.Value}, {WeekBudget.WeekOf(DateTimeOffset.UtcNow)}, 99, 99)");

        var followed = await node.WithAsync((PlanDecisions decisions) => decisions.FollowAsync(plan.Id, [.. lines.Values], coordinator.Person, Stop));

        Assert.Equal(2, followed.Gone);
        Assert.Equal(standing.Id, Assert.Single(await node.ReadAsync<Offer>(_ => true)).NeedId);
        Assert.Equal(Followed.Nobody, await node.WithAsync((PlanDecisions decisions) => decisions.FollowAsync(plan.Id, [.. lines.Values], coordinator.Person, Stop)));
    }

    [Theory, OnEveryEngine]
    public async Task Who_is_in_quiet_hours_is_planned_and_asked_when_they_end(Engine engine)
    {
        await using var installation = await Installation.CreateAsync(engine, postgres);
        var node = installation.AddNode();
        var coordinator = await node.SignInAsync((Role.Coordinator, new Scope.Territory("DEP-29")));
        var nurse = await node.InviteNurseAsync();
        await BeQuietAsync(nurse, from: -1, to: 2);
        var need = NewNeed(9);
        need.Urgency = Urgency.Planned;
        await node.AskAsync(need, people: 0);
        var plan = await MadeAsync(node, coordinator);
        var line = new LineName(need.Id, nurse.Person);

        Assert.Equal(new Followed(0, 1, 0), await node.WithAsync((PlanDecisions decisions) => decisions.FollowAsync(plan.Id, [line], coordinator.Person, Stop)));
        Assert.Equal(LineState.Later, Assert.Single(await node.ReadAsync<RegionPlanLine>(_ => true)).State);
        Assert.Empty(await node.ReadAsync<Offer>(_ => true));
        Assert.True(Assert.Single(await node.ReadAsync<Job>(job => job.Kind == AskLater.Kind)).RunAt > DateTimeOffset.UtcNow);

        await BeQuietAsync(nurse, from: 5, to: 6);
        await node.WithAsync(async (IJobHandler<AskLater> handler) =>
        {
            await handler.HandleAsync(new AskLater(plan.Id, need.Id.Value, nurse.Person.Value, coordinator.Person.Value), Stop);
            return true;
        });
        Assert.Equal(nurse.Person, Assert.Single(await node.ReadAsync<Offer>(_ => true)).PersonId);
        Assert.Equal(LineState.Asked, Assert.Single(await node.ReadAsync<RegionPlanLine>(_ => true)).State);

        await node.WithAsync((IEnumerable<IRetentionRule> rules) => rules.Single(rule => rule.Key == "reinforcement.region-plans").ApplyAsync(DateTimeOffset.UtcNow.AddDays(1), Stop));
        Assert.Empty(await node.ReadAsync<RegionPlanLine>(_ => true));
        Assert.Null(Assert.Single(await node.ReadAsync<RegionPlan>(_ => true)).Files);

        // Whole hours around now, on the clocks of Paris.
        static async Task BeQuietAsync(SignedIn who, int from, int to)
        {
            var now = TimeZoneInfo.ConvertTime(DateTimeOffset.UtcNow, TimeZoneInfo.FindSystemTimeZoneById("Europe/Paris"));
            await who.Browser.SubmitAsync(
                await who.Browser.GetPageAsync("/mon-compte/messages"), "/mon-compte/messages", ("Form.QuietFrom", $"{now.AddHours(from):HH}:00"), ("Form.QuietTo", $"{now.AddHours(to):HH}:00"));
        }
    }

    [Theory, OnEveryEngine]
    public async Task One_plan_is_under_way_for_a_territory_and_others_do_not_see_it(Engine engine)
    {
        await using var installation = await Installation.CreateAsync(engine, postgres);
        var node = installation.AddNode(settings: ("Workers:Enabled", "false"));
        var coordinator = await node.SignInAsync((Role.Coordinator, new Scope.Territory("DEP-29")));
        var stranger = await node.SignInAsync((Role.Coordinator, new Scope.Territory("DEP-35")));

        var ids = await Task.WhenAll(Enumerable.Range(0, 6).Select(_ => Task.Run(() => node.WithAsync((PlanDesk desk) =>
            desk.AskAsync(new Scope.Territory("DEP-29"), "Finistère", TimeSpan.FromDays(7), coordinator.Person, Stop)))));

        var plan = Assert.Single(await node.ReadAsync<RegionPlan>(_ => true));
        Assert.All(ids, id => Assert.Equal(plan.Id, id));
        Assert.Equal(HttpStatusCode.Forbidden, (await stranger.Browser.GetAsync(new Uri($"/plans/{plan.Id}", UriKind.Relative), Stop)).StatusCode);
        Assert.Equal(HttpStatusCode.Forbidden, (await stranger.Browser.GetAsync(new Uri($"/plans/{plan.Id}/fichiers", UriKind.Relative), Stop)).StatusCode);
        Assert.DoesNotContain("Finistère", (await stranger.Browser.GetPageAsync("/plans")).QuerySelector("main")!.TextContent, StringComparison.Ordinal);

        var waiting = await coordinator.Browser.GetAsync(new Uri($"/plans/{plan.Id}", UriKind.Relative), Stop);
        Assert.True(waiting.Headers.Contains("Refresh"));
        await coordinator.Browser.SubmitAsync(await waiting.ReadPageAsync(), $"/plans/{plan.Id}?handler=Stop");
        Assert.NotNull(Assert.Single(await node.ReadAsync<RegionPlan>(_ => true)).StopAskedAt);

        // Whoever made it has given up long ago: the territory is not closed for ever.
        var before = DateTimeOffset.UtcNow.AddHours(-2);
        await node.WithDbAsync(db => db.InTransactionAsync(() => db.Set<RegionPlan>().ExecuteUpdateAsync(set => set.SetProperty(one => one.AskedAt, before), Stop), Stop));
        var next = await node.WithAsync((PlanDesk desk) => desk.AskAsync(new Scope.Territory("DEP-29"), "Finistère", TimeSpan.FromDays(7), coordinator.Person, Stop));
        Assert.NotEqual(plan.Id, next);
        Assert.Contains("n’a pas pu être fait", (await coordinator.Browser.GetPageAsync($"/plans/{plan.Id}")).QuerySelector("main")!.TextContent, StringComparison.Ordinal);
    }

    /// <summary>
    /// People drawn at random before needs drawn at random: whom a page refuses, with its reason, the plan cannot be given, and
    /// whom it lets come, it can. The files of the plan are read by the command, which makes the same plan again.
    /// </summary>
    [Theory, OnEveryEngine]
    public async Task The_plan_may_give_whom_the_pages_let_come_and_the_command_makes_it_again(Engine engine)
    {
        await using var installation = await Installation.CreateAsync(engine, postgres);
        var node = installation.AddNode();
        var coordinator = await node.SignInAsync((Role.Coordinator, new Scope.Territory("DEP-29")));
        var random = new Random(7);
        var people = await RandomRegion.InventPeopleAsync(node, random, 40);
        var needs = await RandomRegion.InventNeedsAsync(node, random, 12);
        await RandomRegion.HoldSomeAsync(node, random, people);
        await RandomRegion.PartSomeAsync(node, random, people);

        var plan = await MadeAsync(node, coordinator);
        using var folder = await UnpackedAsync(node, plan.Id);
        var instance = ShiftFolder.Read(folder.Path);
        var situation = await node.WithAsync((RegionSituations situations) => situations.OfAsync(Scope.Parse(plan.Scope), plan.Until, Stop));
        var ranker = new Ranker(instance);
        var (may, refused) = (0, new HashSet<string>());
        foreach (var person in people)
        {
            foreach (var need in needs)
            {
                var whyNot = (await node.WithAsync((NearbyNeeds nearby) => nearby.FindAsync(person, need.Id, Stop)))!.WhyNot;
                var rank = situation!.People.ToList().IndexOf(person);
                var shift = situation.Needs.Select(one => one.Need.Id).ToList().IndexOf(need.Id);
                Assert.Equal(whyNot is null, rank >= 0 && ranker.WhyNot(rank, shift) is PairRule.None);
                _ = whyNot is null ? may++ > 0 : refused.Add(whyNot);
            }
        }

        Assert.True(may > 40, $"{may}");
        Assert.Contains(situation!.Needs, need => need.Askable.Values.Any(face => face.Survivor.StandsIn is not null));
        Assert.Superset(new HashSet<string> { "profession", "skill", "exclusion", "employer-agreement", "zone", "availability", "commitment", "rest", "pause" }, refused);
        Assert.True(refused.Contains("yearly-quota") || RandomRegion.MeetsNewYear);

        var output = System.IO.Path.Combine(folder.Path, "again.csv");
        await using var program = ProgramProcess.Start("plan", folder.Path, "--out", output);
        Assert.Equal(0, await program.EndAsync());
        Assert.Equal(await File.ReadAllTextAsync(System.IO.Path.Combine(folder.Path, "plan.csv"), Stop), await File.ReadAllTextAsync(output, Stop));
        Assert.Contains($"\"cost\":{plan.Cost},\"bound\":{plan.Bound},", Assert.Single(program.Lines), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_plan_under_way_says_how_good_it_is_and_stopped_it_leaves_the_best_so_far()
    {
        await using var installation = await Installation.CreateAsync(Engine.Sqlite, postgres);
        var node = installation.AddNode(settings: ("Workers:Enabled", "false"));
        var coordinator = await node.SignInAsync((Role.Coordinator, new Scope.Territory("DEP-29")));
        var random = new Random(3);
        await RandomRegion.InventPeopleAsync(node, random, 60);
        await RandomRegion.InventNeedsAsync(node, random, 80);
        var id = await node.WithAsync((PlanDesk desk) => desk.AskAsync(new Scope.Territory("DEP-29"), "Finistère", TimeSpan.FromDays(14), coordinator.Person, Stop));

        await node.WithAsync((PlanKeeping keeping) => keeping.TellAsync(id, "bound", TimeSpan.FromSeconds(3), new PlanProgress("bound", TimeSpan.FromSeconds(3), Cost: 1000, Bound: 900), Stop));
        var page = await coordinator.Browser.GetPageAsync($"/plans/{id}");
        Assert.Contains("à 10 % au plus du meilleur possible", page.QuerySelector("main .rs-banner")!.TextContent.Replace('\u00a0', ' '), StringComparison.Ordinal);
        await coordinator.Browser.SubmitAsync(page, $"/plans/{id}?handler=Stop");
        await node.WithAsync(async (IJobHandler<MakeRegionPlan> handler) =>
        {
            await handler.HandleAsync(new MakeRegionPlan(id), Stop);
            return true;
        });

        var plan = Assert.Single(await node.ReadAsync<RegionPlan>(_ => true));
        Assert.Equal(RegionPlanEnd.Cancelled, plan.EndKind);
        Assert.InRange(plan.Gap, 0.000001, 1);
        Assert.Equal(plan.FreePosts - plan.OpenPosts, (await node.ReadAsync<RegionPlanLine>(_ => true)).Count);
        Assert.True(plan.OpenPosts < plan.FreePosts, $"{plan.OpenPosts} of {plan.FreePosts}");
        Assert.Contains("arrêté avant la fin", (await coordinator.Browser.GetPageAsync($"/plans/{id}")).QuerySelector("main")!.TextContent, StringComparison.Ordinal);
    }

    private static Need NewNeed(int days)
    {
        var need = ReinforcementWorld.NewNeed(1, ReinforcementWorld.Night(days));
        need.Wave = 1;
        return need;
    }

    private static async Task<RegionPlan> MadeAsync(Node node, SignedIn coordinator)
    {
        await node.WithAsync((PlanDesk desk) => desk.AskAsync(new Scope.Territory("DEP-29"), "Finistère", TimeSpan.FromDays(14), coordinator.Person, Stop));
        return await ReadyAsync(node);
    }

    private static async Task<RegionPlan> ReadyAsync(Node node)
    {
        await Eventually.TrueAsync(async () => (await node.ReadAsync<RegionPlan>(plan => plan.EndedAt != null)).Count is 1, "the plan was not made");
        return Assert.Single(await node.ReadAsync<RegionPlan>(_ => true));
    }

    private static async Task<Unpacked> UnpackedAsync(Node node, Guid plan)
    {
        var folder = new Unpacked(Directory.CreateTempSubdirectory("relais-plan-").FullName);
        using var packed = new MemoryStream((await node.WithAsync((PlanDesk desk) => desk.FilesAsync(plan, Stop)))!);
        await ZipFile.ExtractToDirectoryAsync(packed, folder.Path, Stop);
        return folder;
    }

    private sealed record Unpacked(string Path) : IDisposable
    {
        public void Dispose() => Directory.Delete(Path, recursive: true);
    }
}
