using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Relais.Accounts.Contracts;
using Relais.Accounts.Duplicates;
using Relais.Accounts.People;
using Relais.Kernel.Data;
using Relais.Kernel.Messages;
using Relais.Kernel.PersonalData;
using Relais.Reinforcement.Answers;
using Relais.Reinforcement.Offers;
using Relais.Reinforcement.Places;
using Relais.Tests.Infrastructure;
using Relais.Tests.Reinforcement;
using Relais.Tests.Volunteers;
using Relais.Volunteers.Dossier;

namespace Relais.Tests.Accounts.Duplicates;

/// <summary>Two dossiers of one person are made one, and given back to the letter.</summary>
public sealed class MergerTests(PostgresServer postgres)
{
    /// <summary>Every history takes two seconds; all of them are lived with <c>./relais test --all</c>.</summary>
    private static readonly int Histories = Environment.GetEnvironmentVariable("RELAIS_TEST_ALL") is "1" ? 40 : 6;

    private static readonly CancellationToken Stop = TestContext.Current.CancellationToken;

    [Theory, OnEveryEngine]
    public async Task Merged_and_parted_dossiers_are_as_before_whatever_was_lived(Engine engine)
    {
        await using var installation = await Installation.CreateAsync(engine, postgres);
        var node = installation.AddNode();
        var merged = 0;
        for (var seed = 1; seed <= Histories; seed++)
        {
            var lives = new RandomLives(node, seed);
            await lives.BeginAsync(people: 3, needs: 4);
            await lives.LiveAsync(40, lives.People);
            var before = await Picture.TakeAsync(node);

            var mergers = new Stack<Guid>();
            foreach (var (kept, absorbed) in new[] { (lives.People[0], lives.People[1]), (lives.People[0], lives.People[2]), (lives.People[2], lives.People[0]) })
            {
                var beforeThis = await Picture.TakeAsync(node);
                switch (await MergeAsync(node, kept, absorbed))
                {
                    case MergeAnswer.Done done:
                        mergers.Push(done.Merger);
                        await NothingIsLeftAsync(node, kept, absorbed, seed);
                        break;
                    case MergeAnswer.Refused refused:
                        Assert.NotEmpty(refused.Why);
                        Same(beforeThis, await Picture.TakeAsync(node), seed);
                        break;
                }
            }

            if (mergers.Count > 1)
            {
                Assert.IsType<MergeAnswer.Refused>(await PartAsync(node, mergers.Last()));
            }

            merged += mergers.Count;
            while (mergers.TryPop(out var merger))
            {
                Assert.IsType<MergeAnswer.Done>(await PartAsync(node, merger));
            }

            Same(before, await Picture.TakeAsync(node), seed);
        }

        Assert.True(merged > Histories / 2, $"only {merged} mergers were not refused: the histories prove little");
    }

    [Theory, OnEveryEngine]
    public async Task What_is_lived_between_merging_and_parting_stays_and_each_row_goes_home(Engine engine)
    {
        await using var installation = await Installation.CreateAsync(engine, postgres);
        var node = installation.AddNode();
        for (var seed = 1; seed <= Histories; seed++)
        {
            var lives = new RandomLives(node, 1000 + seed);
            await lives.BeginAsync(people: 3, needs: 4);
            await lives.LiveAsync(40, lives.People);
            var homes = await Picture.OwnersAsync(node);
            var (kept, absorbed) = (lives.People[0], lives.People[1]);
            if (await MergeAsync(node, kept, absorbed) is not MergeAnswer.Done merger)
            {
                continue;
            }

            await lives.LiveAsync(25, kept, lives.People[2]);
            await node.WithAsync(async (Mergers mergers) => await NothingAsync(mergers.FollowAsync(merger.Merger, Stop)));
            Assert.IsType<MergeAnswer.Done>(await PartAsync(node, merger.Merger));

            var after = await Picture.OwnersAsync(node);
            Assert.All(homes, home => Assert.True(!after.TryGetValue(home.Key, out var owner) || owner == home.Value, $"seed {seed}: {home.Key} was of {home.Value} and is of {owner}"));
            Assert.DoesNotContain(after.Keys.Except(homes.Keys).Where(key => !key.StartsWith("message/", StringComparison.Ordinal)), key => after[key].Equals(absorbed.ToString(), StringComparison.OrdinalIgnoreCase));
        }
    }

    [Theory, OnEveryEngine]
    public async Task Who_was_asked_twice_and_said_yes_once_holds_the_place_as_the_dossier_that_is_kept(Engine engine)
    {
        await using var installation = await Installation.CreateAsync(engine, postgres);
        var node = installation.AddNode();
        var (need, offers) = await node.AskAsync(ReinforcementWorld.NewNeed(1, ReinforcementWorld.Night(3)), people: 2);
        Assert.IsType<AnswerResult.Done>(await node.WithAsync((Answering answering) => answering.AcceptAsync(offers[1].Id, version: null, Stop)));

        Assert.IsType<MergeAnswer.Done>(await MergeAsync(node, offers[0].PersonId, offers[1].PersonId));

        var held = Assert.Single(await node.ReadAsync<Assignment>(assignment => assignment.NeedId == need.Id));
        Assert.Equal((offers[0].PersonId, offers[1].Id), (held.PersonId, held.OfferId));
        Assert.Equal(OfferState.Accepted, Assert.Single(await node.ReadAsync<Offer>(offer => offer.PersonId == offers[0].PersonId)).State);
        Assert.Equal(offers[1].Id, Assert.IsType<AnswerResult.Done>(await AcceptAsync(node, offers[0])).Offer.Id);
        Assert.Equal(1, await node.HeldAsync(need.Id));
    }

    [Theory, OnEveryEngine]
    public async Task Who_was_asked_twice_takes_one_place_of_two_whichever_question_they_answer(Engine engine)
    {
        await using var installation = await Installation.CreateAsync(engine, postgres);
        var node = installation.AddNode();
        var (need, offers) = await node.AskAsync(ReinforcementWorld.NewNeed(2, ReinforcementWorld.Night(3)), people: 2);
        Assert.IsType<MergeAnswer.Done>(await MergeAsync(node, offers[0].PersonId, offers[1].PersonId));

        Assert.All([await AcceptAsync(node, offers[1]), await AcceptAsync(node, offers[0])], answer => Assert.Equal(offers[0].Id, Assert.IsType<AnswerResult.Done>(answer).Offer.Id));

        Assert.Equal(offers[0].PersonId, Assert.Single(await node.ReadAsync<Assignment>(assignment => assignment.NeedId == need.Id)).PersonId);
        Assert.Equal(offers[0].Id, (await node.WithAsync((OfferViews views) => views.FindAsync(offers[1].Id, Stop)))!.Offer.Id);
    }

    [Theory, OnEveryEngine]
    public async Task Two_who_promised_the_same_hours_are_not_made_one_before_one_withdraws(Engine engine)
    {
        CultureInfo.CurrentUICulture = CultureInfo.GetCultureInfo("fr-FR");
        await using var installation = await Installation.CreateAsync(engine, postgres);
        var node = installation.AddNode();
        var (_, offers) = await node.AskAsync(ReinforcementWorld.NewNeed(2, ReinforcementWorld.Night(3)), people: 2);
        foreach (var offer in offers)
        {
            await node.WithAsync((Answering answering) => answering.AcceptAsync(offer.Id, version: null, Stop));
        }

        var refused = Assert.IsType<MergeAnswer.Refused>(await MergeAsync(node, offers[0].PersonId, offers[1].PersonId));
        Assert.Contains("ont promis les mêmes heures", Assert.Single(refused.Why), StringComparison.Ordinal);

        await node.WithAsync((Answering answering) => answering.WithdrawAsync(offers[1].Id, note: null, Stop));
        Assert.IsType<MergeAnswer.Done>(await MergeAsync(node, offers[0].PersonId, offers[1].PersonId));
    }

    [Theory, OnEveryEngine]
    public async Task The_second_dossier_is_out_of_use_everywhere_until_they_are_parted(Engine engine)
    {
        await using var installation = await Installation.CreateAsync(engine, postgres);
        var node = installation.AddNode();
        var (kept, second) = (await node.SignInVolunteerAsync(), await node.SignInVolunteerAsync());
        foreach (var one in new[] { kept, second })
        {
            await node.WithAsync(async (Dossiers dossiers) => await NothingAsync(dossiers.OpenAsync(Invented.Nurse(one.Person), Stop)));
        }

        await GiveAsync(node, second.Person, "anna@exemple.fr");
        await node.WithAsync(async (IRecipientDirectory directory) => await NothingAsync(directory.StopAsync(second.Person.Value, Channel.Sms, Stop)));
        await GiveMobileAsync(node, second.Person);
        var merger = Assert.IsType<MergeAnswer.Done>(await MergeAsync(node, kept.Person, second.Person));

        Assert.Equal(System.Net.HttpStatusCode.Redirect, (await second.Browser.GetAsync(new Uri("/mon-compte", UriKind.Relative), Stop)).StatusCode);
        Assert.Equal([kept.Person], await node.WithAsync(async (IPeople people) => (await people.FindByAddressAsync(Email("anna@exemple.fr"), Stop)).Select(name => name.Id)));
        Assert.Equal(["anna@exemple.fr"], (await node.WithAsync((IPeople people) => people.AddressesAsync(kept.Person, Stop))).Select(address => address.Address.Value));
        Assert.Equal(kept.Person, await node.WithAsync((IPeople people) => people.FollowAsync(second.Person, Stop)));
        Assert.True(Assert.Single(await node.ReadAsync<Volunteer>(volunteer => volunteer.PersonId == second.Person)).SetAsideAt is not null);

        Assert.IsType<MergeAnswer.Done>(await PartAsync(node, merger.Merger));
        Assert.Equal(System.Net.HttpStatusCode.OK, (await second.Browser.GetAsync(new Uri("/mon-compte", UriKind.Relative), Stop)).StatusCode);
        Assert.Equal(2, (await node.WithAsync((IPeople people) => people.AddressesAsync(second.Person, Stop))).Count);
    }

    [Theory, OnEveryEngine]
    public async Task An_account_that_comes_with_the_second_dossier_acts_for_the_one_that_is_kept(Engine engine)
    {
        await using var installation = await Installation.CreateAsync(engine, postgres);
        var node = installation.AddNode();
        var second = await node.SignInVolunteerAsync();
        var kept = await node.WithAsync(async (RelaisDb db) =>
        {
            var person = new Person(PersonId.New(), "Anna", "Le Goff", "fr", DateTimeOffset.UtcNow);
            db.Add(person);
            await db.SaveChangesAsync(Stop);
            return person.Id;
        });

        Assert.IsType<MergeAnswer.Done>(await MergeAsync(node, kept, second.Person));

        var page = await second.Browser.GetPageAsync("/mon-compte");
        Assert.Contains("Anna Le Goff", page.QuerySelector("main")!.TextContent, StringComparison.Ordinal);
    }

    /// <summary>Every row that may move did, unless the kept dossier has it or the declaration says that it never does.</summary>
    private static async Task NothingIsLeftAsync(Node node, PersonId kept, PersonId absorbed, int seed)
    {
        await using var scope = node.Services.CreateAsyncScope();
        var rows = scope.ServiceProvider.GetRequiredService<OwnedRows>();
        foreach (var table in scope.ServiceProvider.GetRequiredService<PersonalTables>().All.Where(table => table.OwnedBy == OwnerKind.Person))
        {
            if (table.Merging is Merging.Move move)
            {
                var alone = $"NOT ({move.Never ?? "1 = 0"}) AND NOT EXISTS (SELECT 1 FROM {table.Name} other WHERE other.{table.Owner} = @kept AND ({move.Twice ?? "1 = 0"}))";
                await using var command = await rows.CommandAsync($"SELECT COUNT(*) FROM {table.Name} mine WHERE {table.OfOwner} AND ({alone})", Stop);
                command.Add("owner", absorbed.Value);
                command.Add("kept", kept.Value);
                Assert.True(Convert.ToInt64(await command.ExecuteScalarAsync(Stop), CultureInfo.InvariantCulture) is 0, $"seed {seed}: rows of {table.Name} were left behind");
            }
        }
    }

    private static void Same(SortedDictionary<string, string> before, SortedDictionary<string, string> after, int seed)
    {
        foreach (var (key, row) in before)
        {
            Assert.True(after.TryGetValue(key, out var now), $"seed {seed}: {key} is gone");
            Assert.True(row == now, $"seed {seed}: {key}\nwas {row}\nis  {now}");
        }

        // What was promised on the way is told meanwhile.
        Assert.DoesNotContain(after.Keys.Except(before.Keys), key => !key.StartsWith("message/", StringComparison.Ordinal));
    }

    private static Task<AnswerResult> AcceptAsync(Node node, Offer offer) => node.WithAsync((Answering answering) => answering.AcceptAsync(offer.Id, version: null, Stop));

    private static Task<MergeAnswer> MergeAsync(Node node, PersonId kept, PersonId absorbed) =>
        node.WithAsync((Mergers mergers) => mergers.MergeAsync(kept, absorbed, "appelée", Stop));

    private static Task<MergeAnswer> PartAsync(Node node, Guid merger) => node.WithAsync((Mergers mergers) => mergers.PartAsync(merger, Stop));

    private static async Task<bool> NothingAsync(Task task)
    {
        await task;
        return true;
    }

    private static ContactPoint Email(string text)
    {
        Assert.True(ContactPoint.TryEmail(text, out var address));
        return address;
    }

    private static Task<bool> GiveAsync(Node node, PersonId person, string email) => GiveAsync(node, person, Email(email));

    private static Task<bool> GiveMobileAsync(Node node, PersonId person)
    {
        Assert.True(ContactPoint.TryMobile("06 12 34 56 78", out var mobile));
        return GiveAsync(node, person, mobile);
    }

    private static Task<bool> GiveAsync(Node node, PersonId person, ContactPoint address) => node.WithAsync(async (IServiceProvider services) =>
    {
        await services.GetRequiredService<IPeople>().AddAddressAsync(person, address, Stop, isProved: true);
        await services.GetRequiredService<RelaisDb>().SaveChangesAsync(Stop);
        return true;
    });
}
