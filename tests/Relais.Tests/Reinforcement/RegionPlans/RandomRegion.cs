using Microsoft.Extensions.DependencyInjection;
using Relais.Accounts.Contracts;
using Relais.Commitments.Contracts;
using Relais.Kernel.Data;
using Relais.Kernel.Identifiers;
using Relais.Matching.Rest;
using Relais.Reinforcement.Exclusions;
using Relais.Reinforcement.Needs;
using Relais.Reinforcement.Places;
using Relais.Tests.Infrastructure;
using Relais.Tests.Volunteers;
using Relais.Volunteers.Contracts;

namespace Relais.Tests.Reinforcement.RegionPlans;

/// <summary>People and needs of Finistère drawn at random, so that every rule stops somebody.</summary>
internal static class RandomRegion
{
    private static readonly string[] Communes = ["29024", "29232", "29019", "29151", "29103"];
    private static readonly Finess[] Hospitals = [ReinforcementWorld.Hospital, Finess.Stored("290000025"), Finess.Stored("290020700")];
    private static readonly string[] Cells = ["nurse.intensive-care", "nurse.emergency", "care-assistant.emergency"];

    /// <summary>A limit for the year then says little of the plan.</summary>
    public static bool MeetsNewYear => Today.AddDays(14).Year != Today.Year;

    private static DateOnly Today => DateOnly.FromDateTime(DateTime.UtcNow);

    public static async Task<List<PersonId>> InventPeopleAsync(Node node, Random random, int count)
    {
        await using var scope = node.Services.CreateAsyncScope();
        var directory = scope.ServiceProvider.GetRequiredService<IPeople>();
        var people = Enumerable.Range(0, count).Select(number => directory.Create(new NewPerson("Ana", $"Le Goff {number}"))).ToList();
        var dossiers = people.ConvertAll(person => Invented.Nurse(person) with
        {
            Regime = Enum.GetValues<Regime>()[random.Next(4)],
            EmployerKind = random.Next(2) is 0 ? null : Enum.GetValues<EmployerKind>()[random.Next(4)],
            Agreements = random.Next(2) is 0 ? [] : [new EmployerAgreement("CHU", Today.AddDays(-9), Today.AddDays(random.Next(4, 12)))],
            Skills = [new Skill(ProfessionUnit.Find(Cells[random.Next(Cells.Length)])!, Years: 3, LastPractised: new DateOnly(2026, 10, 1))],
            Reach = new Reach { Home = CommuneCode.Stored(Communes[random.Next(Communes.Length)]), TravelMinutes = random.Next(20, 120) },
            Readiness = new Readiness { Week = WeekGrid.Full, Nights = random.Next(4) > 0, NoticeHours = 4 },
            Preferences = new AskingPreferences { IsOn = random.Next(8) > 0, WeeklyLimit = 9, YearlyDays = random.Next(3) is 0 && !MeetsNewYear ? 1 : null },
        });
        await scope.ServiceProvider.GetRequiredService<RelaisDb>().InTransactionAsync(
            () => scope.ServiceProvider.GetRequiredService<IVolunteerLoader>().WriteAsync(dossiers, TestContext.Current.CancellationToken), TestContext.Current.CancellationToken);
        return people;
    }

    /// <summary>By day and by night over eight days, after the first wave so that the pages show them.</summary>
    public static async Task<List<Need>> InventNeedsAsync(Node node, Random random, int count)
    {
        var needs = new List<Need>();
        for (var number = 0; number < count; number++)
        {
            var start = ReinforcementWorld.Night(2 + random.Next(8)).AddHours(random.Next(3) is 0 ? 0 : -13);
            var need = ReinforcementWorld.NewNeed(random.Next(1, 3), start, TimeSpan.FromHours(random.Next(7, 13)), hospital: Hospitals[number % Hospitals.Length], commune: Communes[random.Next(Communes.Length)], cell: Cells[random.Next(Cells.Length)], acceptsSubstitutes: random.Next(2) is 0);
            need.Wave = 1;
            needs.Add(need);
        }

        await node.WithDbAsync(db =>
        {
            db.AddRange(needs);
            db.AddRange(needs.SelectMany(need => Enumerable.Range(1, need.HeadCount).Select(place => new Place { NeedId = need.Id, Number = place })));
            return db.SaveChangesAsync(TestContext.Current.CancellationToken);
        });
        return needs;
    }

    /// <summary>One in three and one of the hospitals no longer want each other, as either of them said.</summary>
    public static async Task PartSomeAsync(Node node, Random random, IReadOnlyList<PersonId> people)
    {
        foreach (var person in people.Where((_, number) => number % 3 is 0))
        {
            var hospital = Hospitals[random.Next(Hospitals.Length)];
            await node.WithAsync(async (Excluding excluding) =>
            {
                await (random.Next(2) is 0
                    ? excluding.ByPersonAsync(person, hospital, TestContext.Current.CancellationToken)
                    : excluding.ByFacilityAsync(hospital, person, "Mésentente", people[1], TestContext.Current.CancellationToken));
                return true;
            });
        }
    }

    /// <summary>Every other person is held to a day or two already.</summary>
    public static async Task HoldSomeAsync(Node node, Random random, IReadOnlyList<PersonId> people)
    {
        await using var scope = node.Services.CreateAsyncScope();
        var (db, commitments) = (scope.ServiceProvider.GetRequiredService<RelaisDb>(), scope.ServiceProvider.GetRequiredService<ICommitments>());
        foreach (var person in people.Where((_, number) => number % 2 is 0))
        {
            foreach (var day in new[] { random.Next(2, 6), random.Next(6, 10) })
            {
                var start = ReinforcementWorld.Night(day).AddHours(-random.Next(14));
                await db.InTransactionAsync(
                    () => commitments.HoldAsync(
                        new HoldRequest
                        {
                            Party = PartyKind.Person, PartyId = person.Value, When = new Interval(start, start.AddHours(10)), TimeZone = "Europe/Paris", Regime = Regime.Liberal, Source = PlaceKeeper.Source, SourceId = Guid.NewGuid(),
                        },
                        TestContext.Current.CancellationToken),
                    TestContext.Current.CancellationToken);
            }
        }
    }
}
