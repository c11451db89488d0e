using System.Net;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Relais.Accounts.Contracts;
using Relais.Kernel.Data;
using Relais.Kernel.Identifiers;
using Relais.Reinforcement.Answers;
using Relais.Reinforcement.Browse;
using Relais.Reinforcement.Exclusions;
using Relais.Reinforcement.Needs;
using Relais.Reinforcement.Offers;
using Relais.Reinforcement.Waves;
using Relais.Territory.Contracts;
using Relais.Tests.Infrastructure;
using static Relais.Tests.Reinforcement.ReinforcementWorld;

namespace Relais.Tests.Reinforcement;

/// <summary>A person and an establishment who no longer want each other are never brought together, whoever said so.</summary>
public sealed class ExclusionTests(PostgresServer postgres)
{
    private const string List = "/mes-demandes/etablissements-ecartes";

    private static readonly CancellationToken Stop = TestContext.Current.CancellationToken;

    [Theory, OnEveryEngine]
    public async Task A_volunteer_sets_an_establishment_aside_beside_an_offer_and_takes_it_back(Engine engine)
    {
        await using var installation = await Installation.CreateAsync(engine, postgres);
        var node = installation.AddNode(settings: ("Workers:Enabled", "false"));
        var nurse = await node.InviteNurseAsync();
        var (need, agreed) = (NewNeed(1, Night(3)), NewNeed(1, Night(6)));
        await node.AskAsync(need, people: 0);
        await node.AskAsync(agreed, people: 0);
        var (offer, yes) = (NewOffer(need, nurse.Person), NewOffer(agreed, nurse.Person));
        await node.WithDbAsync(db =>
        {
            db.AddRange(offer, yes);
            return db.SaveChangesAsync(Stop);
        });
        Assert.IsType<AnswerResult.Done>(await node.WithAsync((Answering answering) => answering.AcceptAsync(yes.Id, agreed.Version, Stop)));
        var visitor = node.Visitor();
        var url = $"/offres/{await node.WithAsync<OfferLinks, string>(async links => await links.TokenAsync(offer, need, Stop))}";

        await visitor.SubmitAsync(await visitor.GetPageAsync(url), $"{url}?handler=Exclude");

        // The standing question is a no like another; what was agreed stays.
        var offers = (await node.ReadAsync<Offer>(_ => true)).ToDictionary(one => one.NeedId, one => one.State);
        Assert.Equal((OfferState.Declined, OfferState.Accepted), (offers[need.Id], offers[agreed.Id]));
        var page = await visitor.GetPageAsync(url);
        Assert.Contains("Vous écartez cet établissement", page.Body!.TextContent, StringComparison.Ordinal);
        Assert.Null(page.QuerySelector("form[action*=Undo]"));
        Assert.Equal("exclusion", Assert.IsType<AnswerResult.Refused>(await node.WithAsync((Answering answering) => answering.UndoAsync(offer.Id, Stop))).Code);
        Assert.Equal("exclusion", Assert.IsType<AnswerResult.Refused>(await node.WithAsync((Answering answering) => answering.AcceptAsync(offer.Id, need.Version, Stop))).Code);

        var mine = await nurse.Browser.GetPageAsync(List);
        Assert.Equal(Hospital.Value, mine.QuerySelector("main tbody input[name=finess]")!.GetAttribute("value"));
        await nurse.Browser.SubmitAsync(mine, $"{List}?handler=Lift", ("finess", Hospital.Value));
        Assert.Empty(await node.ReadAsync<Exclusion>(_ => true));
        Assert.IsType<AnswerResult.Done>(await node.WithAsync((Answering answering) => answering.AcceptAsync(offer.Id, need.Version, Stop)));
    }

    [Theory, OnEveryEngine]
    public async Task An_establishment_says_why_it_no_longer_calls_on_somebody_who_reads_that_it_does_not(Engine engine)
    {
        await using var installation = await Installation.CreateAsync(engine, postgres);
        var node = installation.AddNode(settings: ("Workers:Enabled", "false"));
        var nurse = await node.InviteNurseAsync();
        var manager = await ManagerAsync(node);
        var (came, standing) = (NewNeed(1, Night(3)), NewNeed(1, Night(6)));
        standing.Wave = 1;
        await node.AskAsync(came, people: 0);
        await node.AskAsync(standing, people: 0);
        var (yes, asked) = (NewOffer(came, nurse.Person), NewOffer(standing, nurse.Person));
        await node.WithDbAsync(db =>
        {
            db.AddRange(yes, asked);
            return db.SaveChangesAsync(Stop);
        });
        var address = $"/etablissements/{Hospital}/personnes-ecartees";
        Assert.Equal(HttpStatusCode.NotFound, (await manager.Browser.GetAsync(new Uri($"{address}/{nurse.Person}", UriKind.Relative), Stop)).StatusCode);
        await node.WithAsync((Answering answering) => answering.AcceptAsync(yes.Id, came.Version, Stop));

        var board = await manager.Browser.GetPageAsync($"/besoins/{came.Id}");
        var form = await manager.Browser.GetPageAsync(board.QuerySelector("main a[href*=personnes-ecartees]")!.GetAttribute("href")!);
        var unsaid = await (await manager.Browser.SubmitAsync(form, $"{address}/{nurse.Person}", ("Form.Reason", " "))).ReadPageAsync();
        Assert.Contains("Dites pourquoi", unsaid.QuerySelector(".govuk-error-summary")!.TextContent, StringComparison.Ordinal);
        await manager.Browser.SubmitAsync(form, $"{address}/{nurse.Person}", ("Form.Reason", "Partie avant la relève"));

        Assert.Contains("Partie avant la relève", await manager.Browser.GetStringAsync(new Uri($"{address}?format=csv", UriKind.Relative), Stop), StringComparison.Ordinal);
        var states = (await node.ReadAsync<Offer>(_ => true)).ToDictionary(one => one.NeedId, one => (one.State, one.Outcome));
        Assert.Equal((OfferState.Accepted, null), states[came.Id]);
        Assert.Equal((OfferState.Ended, OfferOutcome.NotChosen), states[standing.Id]);

        // Told plainly, everywhere, without the reason; the reason is in the copy.
        var token = await node.WithAsync<OfferLinks, string>(async links => await links.TokenAsync(asked, standing, Stop));
        foreach (var url in new[] { $"/offres/{token}", $"/pres-de-chez-moi/{standing.Id}", "/pres-de-chez-moi", List })
        {
            var text = (await nurse.Browser.GetPageAsync(url)).QuerySelector("main")!.TextContent;
            Assert.Matches("[Nn]e (fait pas|fait plus|font plus) appel à vous", text);
            Assert.DoesNotContain("relève", text, StringComparison.Ordinal);
        }

        Assert.Contains("Partie avant la relève", await nurse.Browser.GetStringAsync(new Uri("/mon-compte/donnees/copie.json", UriKind.Relative), Stop), StringComparison.Ordinal);
        var found = await node.WithAsync((CandidateSearch search) => search.SearchAsync(standing, Stop));
        Assert.Equal((0, 1), (found.Askable.Count, found.Steps.Single(step => step.Code is "exclusion").Stopped));

        await manager.Browser.SubmitAsync(await manager.Browser.GetPageAsync(address), $"{address}?handler=Lift", ("person", nurse.Person.ToString()));
        Assert.Single((await node.WithAsync((CandidateSearch search) => search.SearchAsync(standing, Stop))).Askable);
        Assert.Null((await node.WithAsync((NearbyNeeds nearby) => nearby.FindAsync(nurse.Person, standing.Id, Stop)))!.WhyNot);
    }

    [Theory, OnEveryEngine]
    public async Task One_count_hides_who_said_so_and_each_side_says_it_once(Engine engine)
    {
        await using var installation = await Installation.CreateAsync(engine, postgres);
        var node = installation.AddNode(settings: ("Workers:Enabled", "false"));
        await node.InventNursesAsync(3);
        var people = (await node.ReadAsync<Relais.Accounts.People.Person>(_ => true)).ConvertAll(person => person.Id);
        var manager = await ManagerAsync(node);
        var need = NewNeed(1, Night(3));
        need.State = NeedState.Draft;
        await node.AskAsync(need, people: 0);

        await Task.WhenAll(Enumerable.Range(0, 6).Select(number => Task.Run(() => node.WithAsync(async (Excluding excluding) =>
        {
            await (number % 2 is 0
                ? excluding.ByPersonAsync(people[0], Hospital, Stop)
                : excluding.ByFacilityAsync(Hospital, people[1], "Mésentente", manager.Person, Stop));
            return true;
        }))));

        Assert.Equal(2, (await node.ReadAsync<Exclusion>(_ => true)).Count);
        var preview = (await manager.Browser.GetPageAsync($"/besoins/{need.Id}/apercu")).QuerySelector("main")!.TextContent;
        Assert.Contains("2 ne sont pas proposées à cet établissement", preview, StringComparison.Ordinal);
        Assert.DoesNotContain(people[0].ToString(), await manager.Browser.GetStringAsync(new Uri($"/etablissements/{Hospital}/personnes-ecartees", UriKind.Relative), Stop), StringComparison.Ordinal);

        // A wave that had looked before they parted asks neither.
        var late = people.ConvertAll(person => new PersonToAsk(person, Minutes: 0, [], Limit: 9));
        await using var scope = node.Services.CreateAsyncScope();
        var (db, asking) = (scope.ServiceProvider.GetRequiredService<RelaisDb>(), scope.ServiceProvider.GetRequiredService<Asking>());
        var asked = await db.InTransactionAsync(async () => await asking.AskAsync(await db.Set<Need>().SingleAsync(one => one.Id == need.Id, Stop), 1, late, Stop), Stop);
        Assert.Equal(people[2], Assert.Single(asked).PersonId);
    }

    private static async Task<SignedIn> ManagerAsync(Node node)
    {
        await using var scope = node.Services.CreateAsyncScope();
        scope.ServiceProvider.GetRequiredService<IFacilities>().Record(
            new NewFacility(Hospital, null, "Centre hospitalier de Carhaix", CommuneCode.Stored("29024"), "355", null, null, "test"));
        await scope.ServiceProvider.GetRequiredService<RelaisDb>().SaveChangesAsync(Stop);
        return await node.SignInAsync((Role.FacilityManager, new Scope.Facility(Hospital.Value)));
    }
}
