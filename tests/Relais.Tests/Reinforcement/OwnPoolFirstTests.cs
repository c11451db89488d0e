using Microsoft.Extensions.DependencyInjection;
using Relais.Accounts.Contracts;
using Relais.Kernel.Data;
using Relais.Kernel.Identifiers;
using Relais.Kernel.Jobs;
using Relais.Reinforcement.Needs;
using Relais.Reinforcement.Offers;
using Relais.Reinforcement.Waves;
using Relais.Tests.Infrastructure;
using Relais.Tests.Volunteers;
using Relais.Volunteers.Contracts;
using Relais.Volunteers.OwnPool;

namespace Relais.Tests.Reinforcement;

/// <summary>Those whom an establishment named and who agreed come before those who live nearer, and read why.</summary>
public sealed class OwnPoolFirstTests(PostgresServer postgres)
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Theory, OnEveryEngine]
    public async Task Who_agreed_to_be_asked_first_is_in_the_first_wave_before_thirty_who_live_nearer(Engine engine)
    {
        await using var installation = await Installation.CreateAsync(engine, postgres);
        var node = installation.AddNode(settings: ("Workers:Enabled", "false"));
        await node.InventNursesAsync(30);
        var (agreed, named, elsewhere) = (await NurseOfBrestAsync(node), await NurseOfBrestAsync(node), await NurseOfBrestAsync(node));
        await JoinAsync(node, ReinforcementWorld.Hospital, agreed, MemberState.Agreed);
        await JoinAsync(node, ReinforcementWorld.Hospital, named, MemberState.Invited);
        await JoinAsync(node, Finess.Stored("350005179"), elsewhere, MemberState.Agreed);

        var offers = await FirstWaveAsync(node);

        Assert.InRange(offers.Count, 2, 20);
        var first = Assert.Single(offers, offer => offer.PersonId == agreed);
        Assert.DoesNotContain(offers, offer => offer.PersonId == named || offer.PersonId == elsewhere);
        Assert.Single(offers, offer => offer.Reasons.Contains("own-pool", StringComparison.Ordinal));
        var need = Assert.Single(await node.ReadAsync<Need>(_ => true));
        var token = await node.WithAsync<OfferLinks, string>(async links => await links.TokenAsync(first, need, Stop));
        Assert.Contains("Cet établissement vous connaît.", (await node.Visitor().GetPageAsync($"/offres/{token}")).Body!.TextContent, StringComparison.Ordinal);
    }

    private static async Task<List<Offer>> FirstWaveAsync(Node node)
    {
        var need = ReinforcementWorld.NewNeed(1, ReinforcementWorld.Night());
        need.State = NeedState.Draft;
        await node.WithDbAsync(db =>
        {
            db.Add(need);
            return db.SaveChangesAsync(Stop);
        });
        Assert.IsType<NeedResult.Done>(await node.WithAsync((NeedLife life) => life.PublishAsync(need.Id, Stop)));
        await node.WithAsync(async (IJobHandler<AskNextPeople> wave) =>
        {
            await wave.HandleAsync(new AskNextPeople(need.Id.Value, need.Version), Stop);
            return true;
        });
        return await node.ReadAsync<Offer>(offer => offer.NeedId == need.Id);
    }

    /// <summary>An intensive-care nurse who lives an hour away and is ready to drive for two.</summary>
    private static async Task<PersonId> NurseOfBrestAsync(Node node)
    {
        await using var scope = node.Services.CreateAsyncScope();
        var person = scope.ServiceProvider.GetRequiredService<IPeople>().Create(new NewPerson("Yann", "Ropars"));
        await scope.ServiceProvider.GetRequiredService<RelaisDb>().SaveChangesAsync(Stop);
        await scope.ServiceProvider.GetRequiredService<IVolunteerLoader>().WriteAsync(
            [
                Invented.Nurse(person) with
                {
                    Readiness = new Readiness { Week = WeekGrid.Full, Nights = true },
                    Reach = new Reach { Home = CommuneCode.Stored("29019"), TravelMinutes = 120, Zones = [] },
                },
            ],
            Stop);
        return person;
    }

    private static Task<int> JoinAsync(Node node, Finess finess, PersonId person, MemberState state) => node.WithDbAsync(db =>
    {
        db.Add(new OwnPoolMember { Finess = finess, FirstName = "Yann", LastName = "Ropars", Email = $"{person}@exemple.fr", State = state, PersonId = person, AddedAt = DateTimeOffset.UtcNow });
        return db.SaveChangesAsync(Stop);
    });
}
