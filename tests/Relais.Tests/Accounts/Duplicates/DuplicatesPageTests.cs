using System.Net;
using Microsoft.Extensions.DependencyInjection;
using Relais.Accounts.Contracts;
using Relais.Accounts.Duplicates;
using Relais.Accounts.People;
using Relais.Kernel.Data;
using Relais.Tests.Infrastructure;
using Relais.Tests.Volunteers;
using Relais.Volunteers.Dossier;

namespace Relais.Tests.Accounts.Duplicates;

public sealed class DuplicatesPageTests(PostgresServer postgres)
{
    private static readonly CancellationToken Stop = TestContext.Current.CancellationToken;

    [Theory, OnEveryEngine]
    public async Task A_coordinator_finds_makes_one_and_parts_the_duplicates_of_the_territory(Engine engine)
    {
        await using var installation = await Installation.CreateAsync(engine, postgres);
        var node = installation.AddNode();
        var (first, second) = (await NurseAsync(node, "Anna", "Le Goff", "anna@exemple.fr"), await NurseAsync(node, "Le Goff", "Hanna", "anna@exemple.fr"));
        await NurseAsync(node, "Paul", "Le Goff", "anna@exemple.fr");
        var coordinator = await node.SignInAsync((Role.Coordinator, new Scope.Territory("DEP-29")));
        var stranger = await node.SignInAsync((Role.Coordinator, new Scope.Territory("DEP-35")));

        Assert.Null((await stranger.Browser.GetPageAsync("/doublons")).QuerySelector("main table"));
        var pair = Assert.Single((await coordinator.Browser.GetPageAsync("/doublons")).QuerySelectorAll("main table a")).GetAttribute("href")!;
        Assert.Equal($"/doublons/{first}/{second}", pair);
        Assert.Equal(HttpStatusCode.Forbidden, (await stranger.Browser.GetAsync(new Uri(pair, UriKind.Relative), Stop)).StatusCode);

        var page = await coordinator.Browser.GetPageAsync(pair);
        var unsaid = await (await coordinator.Browser.SubmitAsync(page, pair)).ReadPageAsync();
        Assert.Equal(2, unsaid.QuerySelectorAll(".govuk-error-summary li").Length);
        var answer = await coordinator.Browser.SubmitAsync(page, pair, ("Form.Keep", "1"), ("Form.Reason", "Appelée le 3 mars"));
        var merger = answer.Headers.Location!.ToString();
        Assert.Equal(first, Assert.Single(await node.ReadAsync<Merger>(one => one.PartedAt == null)).KeptId);
        Assert.Empty((await coordinator.Browser.GetPageAsync("/doublons")).QuerySelectorAll("main table a"));

        await coordinator.Browser.SubmitAsync(await coordinator.Browser.GetPageAsync(merger), merger);
        Assert.Empty(await node.ReadAsync<Merger>(one => one.PartedAt == null));
        Assert.All(await node.ReadAsync<Person>(_ => true), person => Assert.Null(person.AbsorbedBy));
    }

    /// <summary>Many of one name, and nothing else in common, do not hide the pair that has more.</summary>
    [Theory, OnEveryEngine]
    public async Task Namesakes_do_not_hide_a_pair(Engine engine)
    {
        await using var installation = await Installation.CreateAsync(engine, postgres);
        var node = installation.AddNode();
        await node.WithDbAsync(db =>
        {
            db.AddRange(Enumerable.Range(0, 40).Select(_ => new Person(PersonId.New(), "Marie", "Martin", "fr", DateTimeOffset.UtcNow)));
            return db.SaveChangesAsync(Stop);
        });
        var (first, second) = (await NurseAsync(node, "Marie", "Martin", "marie@exemple.fr"), await NurseAsync(node, "Marie", "Martin", "marie.martin@exemple.fr"));
        var coordinator = await node.SignInAsync((Role.Coordinator, new Scope.Territory("DEP-29")));

        Assert.Equal($"/doublons/{first}/{second}", Assert.Single((await coordinator.Browser.GetPageAsync("/doublons")).QuerySelectorAll("main table a")).GetAttribute("href"));
    }

    [Theory, OnEveryEngine]
    public async Task Two_people_told_apart_are_not_shown_again(Engine engine)
    {
        await using var installation = await Installation.CreateAsync(engine, postgres);
        var node = installation.AddNode();
        await NurseAsync(node, "Marie", "Martin", "marie@exemple.fr");
        await NurseAsync(node, "Marie", "Martin", "marie.martin@exemple.fr");
        var coordinator = await node.SignInAsync((Role.Coordinator, new Scope.Territory("DEP-29")));
        var pair = Assert.Single((await coordinator.Browser.GetPageAsync("/doublons")).QuerySelectorAll("main table a")).GetAttribute("href")!;

        var token = (await coordinator.Browser.GetPageAsync(pair)).QuerySelector("form[action*='handler=Apart'] input[name=__RequestVerificationToken]")!.GetAttribute("value")!;
        var told = await coordinator.Browser.PostAsync(
            new Uri($"{pair}?handler=Apart", UriKind.Relative), new FormUrlEncodedContent([KeyValuePair.Create("__RequestVerificationToken", token)]), Stop);

        Assert.Equal(HttpStatusCode.Redirect, told.StatusCode);
        Assert.Empty((await coordinator.Browser.GetPageAsync("/doublons")).QuerySelectorAll("main table a"));
    }

    /// <summary>A role passes to whom the dossier is given: nobody takes one over that way, nor a title for oneself.</summary>
    [Theory, OnEveryEngine]
    public async Task Nobody_decides_on_their_own_dossier_nor_a_coordinator_on_that_of_an_administrator(Engine engine)
    {
        await using var installation = await Installation.CreateAsync(engine, postgres);
        var node = installation.AddNode();
        var nurse = await NurseAsync(node, "Anna", "Le Goff", "anna@exemple.fr");
        var coordinator = await node.SignInAsync((Role.Coordinator, new Scope.Territory("DEP-29")));
        var manager = await node.SignInAsync((Role.FacilityManager, new Scope.Facility("290000017")));
        var administrator = await node.SignInAsync((Role.Administrator, Scope.National));
        foreach (var one in new[] { coordinator, manager, administrator })
        {
            await node.WithAsync(async (Dossiers dossiers) =>
            {
                await dossiers.OpenAsync(Invented.Nurse(one.Person), Stop);
                return true;
            });
        }

        Assert.Equal(HttpStatusCode.NotFound, await OpenAsync(coordinator, nurse, coordinator.Person));
        Assert.Equal(HttpStatusCode.NotFound, await OpenAsync(coordinator, nurse, manager.Person));
        Assert.Equal(HttpStatusCode.OK, await OpenAsync(administrator, nurse, manager.Person));
        Assert.Equal(HttpStatusCode.NotFound, await OpenAsync(administrator, nurse, administrator.Person));

        async Task<HttpStatusCode> OpenAsync(SignedIn who, PersonId first, PersonId second) =>
            (await who.Browser.GetAsync(new Uri($"/doublons/{first}/{second}", UriKind.Relative), Stop)).StatusCode;
    }

    /// <summary>Two who press at once: one merger, and the other reads why not.</summary>
    [Theory, OnEveryEngine]
    public async Task Two_coordinators_at_once_make_one_merger(Engine engine)
    {
        await using var installation = await Installation.CreateAsync(engine, postgres);
        var node = installation.AddNode();
        var (first, second) = (await NurseAsync(node, "Anna", "Le Goff", "anna@exemple.fr"), await NurseAsync(node, "Anna", "Le Goff", "anna@exemple.fr"));

        var answers = await Task.WhenAll(Enumerable.Range(0, 6).Select(number => Task.Run(() => node.WithAsync((Mergers mergers) =>
            number % 2 is 0 ? mergers.MergeAsync(first, second, "appelée", Stop) : mergers.MergeAsync(second, first, "appelée", Stop)))));

        Assert.Single(answers.OfType<MergeAnswer.Done>());
        Assert.Single(await node.ReadAsync<Merger>(_ => true));
    }

    private static Task<PersonId> NurseAsync(Node node, string firstName, string lastName, string email) => node.WithAsync(async (IServiceProvider services) =>
    {
        var people = services.GetRequiredService<IPeople>();
        var person = people.Create(new NewPerson(firstName, lastName));
        Assert.True(ContactPoint.TryEmail(email, out var address));
        await people.AddAddressAsync(person, address, Stop, isProved: true);
        await services.GetRequiredService<RelaisDb>().SaveChangesAsync(Stop);
        await services.GetRequiredService<Dossiers>().OpenAsync(Invented.Nurse(person), Stop);
        return person;
    });
}
