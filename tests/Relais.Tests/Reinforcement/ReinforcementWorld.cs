using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Relais.Accounts.Contracts;
using Relais.Accounts.People;
using Relais.Kernel.Data;
using Relais.Kernel.Identifiers;
using Relais.Reinforcement.Contracts;
using Relais.Reinforcement.Needs;
using Relais.Reinforcement.Offers;
using Relais.Reinforcement.Places;
using Relais.Tests.Infrastructure;
using Relais.Tests.Volunteers;
using Relais.Volunteers.Contracts;

namespace Relais.Tests.Reinforcement;

/// <summary>Lays needs and offers in the database of a node, as the pages would.</summary>
internal static class ReinforcementWorld
{
    public static readonly Finess Hospital = Finess.Stored("290000017");

    /// <summary>Tomorrow, or so many days later, from 21 h to 7 h: a night nobody has lived yet.</summary>
    public static DateTimeOffset Night(int days = 1) => new(DateTime.UtcNow.Date.AddDays(days).AddHours(20), TimeSpan.Zero);

    public static Need NewNeed(int headCount, DateTimeOffset startsAt, TimeSpan? length = null, Filling filling = Filling.FirstSuitable, Finess? hospital = null, string commune = "29024",
        string cell = "nurse.intensive-care", PayBasis pay = PayBasis.Unpaid, int? hourlyCents = null, bool acceptsSubstitutes = false) => new()
    {
        Finess = hospital ?? Hospital,
        CommuneCode = CommuneCode.Stored(commune),
        Site = "Bâtiment B, 2e étage",
        Cell = ProfessionUnit.Find(cell)!,
        Level = 0,
        HeadCount = headCount,
        StartsAt = startsAt,
        EndsAt = startsAt + (length ?? TimeSpan.FromHours(10)),
        TimeZone = "Europe/Paris",
        BreakMinutes = 0,
        Reason = "Deux arrêts maladie",
        Urgency = Urgency.Immediate,
        PayBasis = pay,
        HourlyCents = hourlyCents,
        Lodging = false,
        ContactName = "Cadre de nuit",
        ContactPhone = "02 98 00 00 00",
        Instructions = "",
        Filling = filling,
        AcceptsSubstitutes = acceptsSubstitutes,
        State = NeedState.Open,
        CreatedAt = DateTimeOffset.UtcNow,
        PublishedAt = DateTimeOffset.UtcNow,
    };

    public static Offer NewOffer(Need need, PersonId person) => new()
    {
        NeedId = need.Id,
        PersonId = person,
        NeedVersion = need.Version,
        Wave = 1,
        Reasons = "[]",
        SentAt = DateTimeOffset.UtcNow,
    };

    /// <summary>An open need, its places, and so many people who were asked.</summary>
    public static async Task<(Need Need, List<Offer> Offers)> AskAsync(this Node node, Need need, int people)
    {
        await using var scope = node.Services.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<RelaisDb>();
        var directory = scope.ServiceProvider.GetRequiredService<IPeople>();
        var offers = Enumerable.Range(0, people).Select(number => NewOffer(need, directory.Create(new NewPerson("Ana", $"Le Goff {number}")))).ToList();
        db.Add(need);
        db.AddRange(Enumerable.Range(1, need.HeadCount).Select(number => new Place { NeedId = need.Id, Number = number }));
        db.AddRange(offers);
        await db.SaveChangesAsync(TestContext.Current.CancellationToken);
        return (need, offers);
    }

    /// <summary>One person who was asked about each of the needs.</summary>
    public static async Task<List<Offer>> AskOneAsync(this Node node, IReadOnlyList<Need> needs)
    {
        await using var scope = node.Services.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<RelaisDb>();
        var person = scope.ServiceProvider.GetRequiredService<IPeople>().Create(new NewPerson("Ana", "Le Goff"));
        var offers = needs.Select(need => NewOffer(need, person)).ToList();
        db.AddRange(needs);
        db.AddRange(needs.SelectMany(need => Enumerable.Range(1, need.HeadCount).Select(number => new Place { NeedId = need.Id, Number = number })));
        db.AddRange(offers);
        await db.SaveChangesAsync(TestContext.Current.CancellationToken);
        return offers;
    }

    /// <summary>So many intensive-care nurses of Carhaix who may come day and night.</summary>
    public static async Task InventNursesAsync(this Node node, int count)
    {
        await using var scope = node.Services.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<RelaisDb>();
        var directory = scope.ServiceProvider.GetRequiredService<IPeople>();
        await db.InTransactionAsync(
            () => scope.ServiceProvider.GetRequiredService<IVolunteerLoader>().WriteAsync(
                Enumerable.Range(0, count).Select(number => Invented.Nurse(directory.Create(new NewPerson("Ana", $"Le Goff {number}"))) with
                {
                    Readiness = new Readiness { Week = WeekGrid.Full, Nights = true },
                }).ToList(),
                TestContext.Current.CancellationToken),
            TestContext.Current.CancellationToken);
    }

    /// <summary>An intensive-care nurse of Carhaix who may come day and night within 45 minutes, signed in.</summary>
    public static async Task<SignedIn> InviteNurseAsync(this Node node, Func<NewVolunteer, NewVolunteer>? change = null)
    {
        var nurse = await node.SignInVolunteerAsync();
        var dossier = Invented.Nurse(nurse.Person) with { Readiness = new Readiness { Week = WeekGrid.Full, Nights = true } };
        await using var scope = node.Services.CreateAsyncScope();
        await scope.ServiceProvider.GetRequiredService<IVolunteerLoader>().WriteAsync([change is null ? dossier : change(dossier)], TestContext.Current.CancellationToken);
        return nurse;
    }

    /// <summary>Everybody can be written to.</summary>
    public static async Task GiveAddressesAsync(this Node node)
    {
        await using var scope = node.Services.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<RelaisDb>();
        var directory = scope.ServiceProvider.GetRequiredService<IPeople>();
        foreach (var (person, number) in (await db.Set<Person>().Select(person => person.Id).ToListAsync(TestContext.Current.CancellationToken)).Select((person, number) => (person, number)))
        {
            Assert.True(ContactPoint.TryEmail($"ana.{number}@exemple.fr", out var address));
            await directory.AddAddressAsync(person, address, TestContext.Current.CancellationToken, isProved: true);
        }

        await db.SaveChangesAsync(TestContext.Current.CancellationToken);
    }

    public static Task<int> HeldAsync(this Node node, NeedId need) =>
        node.WithDbAsync(db => db.Set<Assignment>().CountAsync(a => a.NeedId == need && a.ReleasedAt == null));
}
