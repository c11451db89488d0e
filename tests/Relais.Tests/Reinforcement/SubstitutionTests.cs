using System.Net.Http.Json;
using System.Text.Json;
using Relais.Accounts.Contracts;
using Relais.Kernel.Data;
using Relais.Kernel.Jobs;
using Relais.Reinforcement.Answers;
using Relais.Reinforcement.Browse;
using Relais.Reinforcement.Needs;
using Relais.Reinforcement.Offers;
using Relais.Reinforcement.Substitution;
using Relais.Reinforcement.Waves;
using Relais.Tests.Infrastructure;
using Relais.Volunteers.Contracts;
using static Relais.Tests.Reinforcement.ReinforcementWorld;

namespace Relais.Tests.Reinforcement;

/// <summary>Who may hold a post with another diploma is asked where the establishment accepts it, after those of the profession, and told so.</summary>
public sealed class SubstitutionTests(PostgresServer postgres)
{
    private static readonly CancellationToken Stop = TestContext.Current.CancellationToken;

    private static readonly DateOnly Today = new(2026, 11, 23);

    [Theory, OnEveryEngine]
    public async Task A_nurse_is_asked_to_hold_the_post_of_a_care_assistant_after_the_care_assistants(Engine engine)
    {
        await using var installation = await Installation.CreateAsync(engine, postgres);
        var node = installation.AddNode(settings: ("Workers:Enabled", "false"));
        var nurse = await node.InviteNurseAsync(Practising("nurse.geriatrics"));
        var assistant = await node.InviteNurseAsync(Practising("care-assistant.geriatrics"));
        var closed = NewNeed(1, Night(3), cell: "care-assistant.geriatrics");
        var open = NewNeed(1, Night(6), cell: "care-assistant.geriatrics", acceptsSubstitutes: true);
        open.Wave = closed.Wave = 1;
        await node.AskAsync(closed, people: 0);
        await node.AskAsync(open, people: 0);

        Assert.Equal("profession", await WhyNotAsync(closed));
        Assert.Null(await WhyNotAsync(open));
        var found = await node.WithAsync(async (CandidateSearch search) => await search.InOrderAsync(await search.SearchAsync(open, Stop), Stop));
        Assert.Equal([assistant.Person.Value, nurse.Person.Value], found.Askable.Select(one => one.Survivor.Person.Person));
        Assert.Equal(assistant.Person.Value, Assert.Single((await node.WithAsync((CandidateSearch search) => search.SearchAsync(closed, Stop))).Askable).Survivor.Person.Person);

        await node.WithAsync(async (IJobHandler<AskNextPeople> wave) =>
        {
            await wave.HandleAsync(new AskNextPeople(open.Id.Value, open.Version), Stop);
            return true;
        });
        var offers = (await node.ReadAsync<Offer>(_ => true)).ToDictionary(offer => offer.PersonId);
        Assert.Equal((Profession.Nurse, null), (offers[nurse.Person].StandsInAs, offers[assistant.Person].StandsInAs));
        var token = await node.WithAsync<OfferLinks, string>(async links => await links.TokenAsync(offers[nurse.Person], open, Stop));
        var page = (await node.Visitor().GetPageAsync($"/offres/{token}")).QuerySelector("main")!.TextContent.Replace('\u00a0', ' ');
        Assert.Contains("On cherche un aide-soignant ; votre diplôme d’infirmier permet de tenir ce poste, au tarif du poste.", page, StringComparison.Ordinal);
        Assert.IsType<AnswerResult.Done>(await node.WithAsync((Answering answering) => answering.AcceptAsync(offers[nurse.Person].Id, open.Version, Stop)));

        async Task<string?> WhyNotAsync(Need need) => (await node.WithAsync((NearbyNeeds nearby) => nearby.FindAsync(nurse.Person, need.Id, Stop)))!.WhyNot;
    }

    [Theory, OnEveryEngine]
    public async Task Who_comes_forward_is_known_to_stand_in_and_verified_in_their_own_profession(Engine engine)
    {
        await using var installation = await Installation.CreateAsync(engine, postgres);
        var node = installation.AddNode(settings: ("Workers:Enabled", "false"));
        var title = new Title(Profession.Nurse, CredentialLevel.Active, new VerifiedTitle(CredentialLevel.Licensed, Today.AddYears(1), DateTimeOffset.UtcNow, By: null));
        var nurse = await node.InviteNurseAsync(dossier => Practising("nurse.geriatrics")(dossier) with { Titles = [title] });
        var (low, high) = (NewNeed(1, Night(3), cell: "care-assistant.geriatrics", acceptsSubstitutes: true), NewNeed(1, Night(6), cell: "care-assistant.geriatrics", acceptsSubstitutes: true));
        (low.Level, high.Level, low.Wave, high.Wave) = (2, 3, 1, 1);
        await node.AskAsync(low, people: 0);
        await node.AskAsync(high, people: 0);

        var near = (await nurse.Browser.GetPageAsync("/pres-de-chez-moi")).QuerySelector("section[aria-labelledby=takeable]")!;
        Assert.Single(near.QuerySelectorAll("li"));
        Assert.Contains("votre diplôme d’infirmier", near.TextContent, StringComparison.Ordinal);
        Assert.Equal("level", Assert.IsType<AnswerResult.Refused>(await node.WithAsync((ComingForward forward) => forward.ComeAsync(high.Id, nurse.Person, high.Version, Stop))).Code);
        Assert.IsType<AnswerResult.Done>(await node.WithAsync((ComingForward forward) => forward.ComeAsync(low.Id, nurse.Person, low.Version, Stop)));
        Assert.Equal(Profession.Nurse, Assert.Single(await node.ReadAsync<Offer>(_ => true)).StandsInAs);

        var manager = await node.SignInAsync((Role.FacilityManager, new Scope.Facility(Hospital.Value)));
        Assert.Contains("Infirmier", (await manager.Browser.GetPageAsync($"/besoins/{low.Id}")).QuerySelector(".rs-board")!.TextContent, StringComparison.Ordinal);
        var preview = (await manager.Browser.GetPageAsync($"/besoins/{high.Id}/apercu")).QuerySelector("main")!.TextContent;
        Assert.Contains("Infirmier, gériatrie", preview, StringComparison.Ordinal);
        var answer = await manager.Browser.GetFromJsonAsync<JsonElement>(new Uri($"/api/v1/needs/{low.Id}", UriKind.Relative), Stop);
        Assert.True(answer.GetProperty("acceptsSubstitutes").GetBoolean());
    }

    [Fact]
    public async Task The_rules_are_short_dated_and_leave_physicians_alone()
    {
        await using var installation = await Installation.CreateAsync(Engine.Sqlite, postgres);
        var table = await installation.AddNode(settings: ("Workers:Enabled", "false")).WithAsync((Substitutions substitutions) => substitutions.TableAsync(Stop));

        string[] Held(string post, DateOnly day) => [.. table.For(ProfessionUnit.Find(post)!, day).Select(pair => pair.Held.Code)];

        Assert.Equal(["nurse.geriatrics"], Held("care-assistant.geriatrics", Today));
        Assert.Equal(["nurse-anaesthetist", "theatre-nurse"], Held("nurse.intensive-care", Today));
        Assert.Empty(Held("nurse.geriatrics", Today));
        Assert.Empty(Held("care-assistant.geriatrics", new DateOnly(2019, 12, 31)));
        Assert.All(ProfessionUnit.All.Where(cell => cell.Profession == Profession.Physician || cell.Profession == Profession.Surgeon), cell => Assert.Empty(Held(cell.Code, Today)));
    }

    private static Func<NewVolunteer, NewVolunteer> Practising(string cell) => dossier => dossier with
    {
        Skills = [new Skill(ProfessionUnit.Find(cell)!, Years: 3, LastPractised: new DateOnly(2026, 10, 1))],
        Titles = [],
    };
}
