using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Relais.Accounts.Contracts;
using Relais.Kernel.Data;
using Relais.Kernel.Identifiers;
using Relais.Kernel.Time;
using Relais.Missions.Hours;
using Relais.Missions.Life;
using Relais.Missions.Owed;
using Relais.Reinforcement.Answers;
using Relais.Reinforcement.Needs;
using Relais.Tests.Infrastructure;
using Relais.Tests.Reinforcement;
using Relais.Territory.Contracts;

namespace Relais.Tests.Missions;

/// <summary>A hospital of Carhaix on Monday 7 December 2026, where people come, are paid, and say so when they are not.</summary>
internal sealed class PaidHouse : IAsyncDisposable
{
    private readonly Installation _installation;

    private PaidHouse(Installation installation)
    {
        _installation = installation;
        Clock.Set(new DateTimeOffset(2026, 12, 7, 9, 0, 0, TimeSpan.Zero));
        Node = installation.AddNode(services => services.Replace(ServiceDescriptor.Singleton<TimeProvider>(Clock)));
    }

    public static Finess Hospital => ReinforcementWorld.Hospital;

    public SettableClock Clock { get; } = new();

    public Node Node { get; }

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    public static async Task<PaidHouse> OpenAsync(Engine engine, PostgresServer postgres)
    {
        var house = new PaidHouse(await Installation.CreateAsync(engine, postgres));
        await using var scope = house.Node.Services.CreateAsyncScope();
        scope.ServiceProvider.GetRequiredService<IFacilities>().Record(
            new NewFacility(Hospital, null, "Centre hospitalier de Carhaix", CommuneCode.Stored("29024"), "355", null, null, "test"));
        await scope.ServiceProvider.GetRequiredService<RelaisDb>().SaveChangesAsync(Stop);
        return house;
    }

    /// <summary>Somebody said yes to the need, came, and both sides agree that the hours were those planned.</summary>
    public async Task<DueLine> AgreedAsync(Need need)
    {
        var (asked, offers) = await Node.AskAsync(need, 1);
        Assert.IsType<AnswerResult.Done>(await Node.WithAsync((Answering answering) => answering.AcceptAsync(offers[0].Id, asked.Version, Stop)));
        Clock.Set(Clock.GetUtcNow().AddMinutes(11));
        await Eventually.TrueAsync(async () => (await Node.ReadAsync<Mission>(one => one.PersonId == offers[0].PersonId)).Count is 1, "the place did not become a mission");
        var mission = Assert.Single(await Node.ReadAsync<Mission>(one => one.PersonId == offers[0].PersonId));
        Clock.Set(mission.EndsAt.AddMinutes(5));
        foreach (var side in new[] { Side.Person, Side.Host })
        {
            Assert.IsType<MissionResult.Done>(await Node.WithAsync((Agreeing agreeing) => agreeing.TellAsync(mission.Id, side, told: null, Stop)));
        }

        return await ReadAsync(Assert.Single(await Node.ReadAsync<Due>(one => one.MissionId == mission.Id)).Id);
    }

    public async Task<DueLine> ReadAsync(Guid due) => Assert.IsType<DueLine>(await Node.WithAsync((DueBook dues) => dues.FindAsync(due, Stop)));

    /// <summary>A browser in which that person is signed in.</summary>
    public async Task<HttpClient> BrowserOfAsync(PersonId person)
    {
        await using var scope = Node.Services.CreateAsyncScope();
        var account = await scope.ServiceProvider.GetRequiredService<IAccounts>().OpenAsync(person, Stop);
        var db = scope.ServiceProvider.GetRequiredService<RelaisDb>();
        await db.SaveChangesAsync(Stop);
        await scope.ServiceProvider.GetRequiredService<IRoles>().GiveAsync(account, Role.Volunteer, new Scope.Self(person), "test", Stop);
        await db.SaveChangesAsync(Stop);
        return await Node.BrowserOfAsync(account);
    }

    public ValueTask DisposeAsync() => _installation.DisposeAsync();
}
