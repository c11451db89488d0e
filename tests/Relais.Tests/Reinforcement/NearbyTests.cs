using System.Net;
using AngleSharp.Html.Dom;
using Microsoft.Extensions.DependencyInjection;
using Relais.Kernel.Data;
using Relais.Matching.Rest;
using Relais.Reinforcement.Needs;
using Relais.Reinforcement.Places;
using Relais.Tests.Commitments;
using Relais.Tests.Infrastructure;
using Relais.Volunteers.Contracts;
using static Relais.Tests.Commitments.Holding;
using static Relais.Tests.Reinforcement.ReinforcementWorld;

namespace Relais.Tests.Reinforcement;

/// <summary>What a volunteer sees of the needs around home, and why not the rest.</summary>
public sealed class NearbyTests(PostgresServer postgres)
{
    private const string Page = "/pres-de-chez-moi";

    private static readonly CancellationToken Stop = TestContext.Current.CancellationToken;

    [Theory, OnEveryEngine]
    public async Task What_may_be_taken_comes_first_and_every_other_need_says_what_stops(Engine engine)
    {
        await using var installation = await Installation.CreateAsync(engine, postgres);
        var node = installation.AddNode(settings: ("Workers:Enabled", "false"));
        var nurse = await node.InviteNurseAsync(dossier => dossier with
        {
            Readiness = dossier.Readiness with { Spells = [new Spell(SpellKind.Blocked, new Interval(Night(6), Night(7)))] },
        });
        Need[] mine = [Need(2, commune: "29024"), Need(2, commune: "29081"), Need(1)];
        var (far, asksTitle, away, taken, tired) = (Need(8, commune: "29019"), Need(9), Need(6), Need(11), Need(13));
        asksTitle.Level = 3;
        var otherUnit = Need(10, cell: "nurse.geriatrics");
        await WriteAsync(node, [.. mine, far, asksTitle, away, taken, tired, otherUnit, Need(2, cell: "porter"), Need(3, cell: "surgeon")]);
        await node.HeldAsync(Hours(nurse.Person.Value, new Interval(taken.StartsAt, taken.EndsAt)));
        await node.HeldAsync(Hours(nurse.Person.Value, new Interval(tired.EndsAt.AddHours(2), tired.EndsAt.AddHours(9))));

        var page = await nurse.Browser.GetPageAsync(Page);

        Assert.Equal([mine[2].Id, mine[0].Id, mine[1].Id], Ids(page, "takeable"));
        var why = page.QuerySelectorAll("section[aria-labelledby=others] li").ToDictionary(IdOf, line => line.TextContent);
        Assert.Equal(6, why.Count);
        Assert.Contains("plus loin que vous n’acceptez d’aller", why[far.Id], StringComparison.Ordinal);
        Assert.Contains("titre vérifié", why[asksTitle.Id], StringComparison.Ordinal);
        Assert.Contains("ne pas être libre", why[away.Id], StringComparison.Ordinal);
        Assert.Contains("déjà pris", why[taken.Id], StringComparison.Ordinal);
        Assert.Contains("repos légal", why[tired.Id], StringComparison.Ordinal);
        Assert.Contains("dans cette unité", why[otherUnit.Id], StringComparison.Ordinal);
        Assert.All(page.QuerySelectorAll("section[aria-labelledby=others] li a[href^='/m']"), link => Assert.StartsWith("/m", link.GetAttribute("href"), StringComparison.Ordinal));
        Assert.Contains("2 autres besoins autour de chez vous", page.Body!.TextContent, StringComparison.Ordinal);
        Assert.DoesNotContain(mine[0].Site, page.Body.TextContent, StringComparison.Ordinal);
        Assert.DoesNotContain(mine[0].ContactPhone, page.Body.TextContent, StringComparison.Ordinal);
    }

    [Theory, OnEveryEngine]
    public async Task The_filters_stay_in_the_address_and_nonsense_counts_as_none(Engine engine)
    {
        await using var installation = await Installation.CreateAsync(engine, postgres);
        var node = installation.AddNode(settings: ("Workers:Enabled", "false"));
        var nurse = await node.InviteNurseAsync();
        var (near, later, farther) = (Need(1), Need(20), Need(1, commune: "29081"));
        await WriteAsync(node, near, later, farther);

        Assert.Equal([near.Id, farther.Id], Ids(await nurse.Browser.GetPageAsync($"{Page}?jours=licorne&minutes=-1"), "takeable"));
        Assert.Equal([near.Id, farther.Id, later.Id], Ids(await nurse.Browser.GetPageAsync($"{Page}?jours=30"), "takeable"));
        var filtered = await nurse.Browser.GetPageAsync($"{Page}?jours=30&minutes=20");
        Assert.Equal([near.Id, later.Id], Ids(filtered, "takeable"));
        Assert.Equal(["30", "20"], filtered.QuerySelectorAll("main form option[selected]").Select(option => option.GetAttribute("value")!));
    }

    [Theory, OnEveryEngine]
    public async Task A_need_is_not_shown_before_its_first_wave_nor_when_every_place_is_held(Engine engine)
    {
        await using var installation = await Installation.CreateAsync(engine, postgres);
        var node = installation.AddNode(settings: ("Workers:Enabled", "false"));
        var nurse = await node.InviteNurseAsync();
        var (pickedFirst, held, draft) = (Need(1), Need(2), Need(3));
        (pickedFirst.Wave, draft.State) = (0, NeedState.Draft);
        await WriteAsync(node, pickedFirst, draft);
        var (_, offers) = await node.AskAsync(held, 1);
        await node.WithDbAsync(async db =>
        {
            db.Add(new Assignment { NeedId = held.Id, PlaceNumber = 1, PersonId = offers[0].PersonId, OfferId = offers[0].Id, CommitmentId = Guid.CreateVersion7(), TakenAt = DateTimeOffset.UtcNow });
            return await db.SaveChangesAsync(Stop);
        });

        Assert.Empty(Ids(await nurse.Browser.GetPageAsync(Page), "takeable"));
        foreach (var hidden in (Need[])[pickedFirst, held, draft])
        {
            var answer = await nurse.Browser.GetAsync(new Uri($"{Page}/{hidden.Id}", UriKind.Relative), Stop);
            Assert.Equal(HttpStatusCode.Gone, answer.StatusCode);
        }
    }

    [Theory, OnEveryEngine]
    public async Task Who_has_no_dossier_is_told_what_is_missing(Engine engine)
    {
        await using var installation = await Installation.CreateAsync(engine, postgres);
        var node = installation.AddNode();
        var volunteer = await node.SignInVolunteerAsync();

        var page = await volunteer.Browser.GetPageAsync(Page);

        Assert.NotNull(page.QuerySelector("main a[href='/mon-dossier/zones']"));
        Assert.Null(page.QuerySelector("#takeable"));
    }

    private static Need Need(int days, string cell = "nurse.intensive-care", string commune = "29024")
    {
        var need = NewNeed(1, Night(days), commune: commune, cell: cell);
        need.Wave = 1;
        return need;
    }

    private static Task WriteAsync(Node node, params Need[] needs) => node.WithDbAsync(db =>
    {
        db.AddRange(needs);
        db.AddRange(needs.Select(need => new Place { NeedId = need.Id, Number = 1 }));
        return db.SaveChangesAsync(Stop);
    });

    private static List<Relais.Reinforcement.Contracts.NeedId> Ids(IHtmlDocument page, string section) =>
        [.. page.QuerySelectorAll($"section[aria-labelledby={section}] li").Select(IdOf)];

    private static Relais.Reinforcement.Contracts.NeedId IdOf(AngleSharp.Dom.IElement line) => new(Guid.Parse(line.QuerySelector("h3 a")!.GetAttribute("href")!.Split('/')[^1]));
}
