using Microsoft.Extensions.DependencyInjection;
using Relais.Accounts.Contracts;
using Relais.Kernel.Data;
using Relais.Territory.Contracts;
using Relais.Volunteers.Contracts;
using Relais.Volunteers.Demonstration;

namespace Relais.Bench.Needs;

/// <summary>
/// 100 000 invented dossiers, the same at each run, drawn as those of the demonstration are: six of ten live in Brittany,
/// the others in the rest of France, each place as often as it has inhabitants.
/// </summary>
internal static class Population
{
    public const int Size = 100_000;
    private const int Seed = 20_200_323;
    private const int OfBrittany = 60;

    public static async Task<IReadOnlyList<PersonId>> SettleAsync(Platform platform)
    {
        await using var scope = platform.Services.CreateAsyncScope();
        var services = scope.ServiceProvider;
        var (communes, territories) = (services.GetRequiredService<ICommunes>(), services.GetRequiredService<ITerritories>());
        var random = new Random(Seed);
        var now = platform.Clock.GetUtcNow();
        var brittany = await InventedHomes.ReadAsync(communes, territories, commune => commune.Region == InventedHomes.Brittany, default);
        var elsewhere = await InventedHomes.ReadAsync(communes, territories, commune => commune.Region != InventedHomes.Brittany, default);
        var people = new List<NewVolunteer>(Size);
        while (people.Count < Size)
        {
            people.Add(Invent(random, people.Count, (random.Chance(OfBrittany) ? brittany : elsewhere).Draw(random), now));
        }

        var db = services.GetRequiredService<RelaisDb>();
        await db.InTransactionAsync(
            async () =>
            {
                await db.BulkInsertAsync(
                    "person",
                    ["id", "first_name", "last_name", "search_key", "language", "created_at"],
                    people.Select((one, rank) => new object?[] { one.Person.Value, "Ana", $"Invented {rank}", $"ana invented {rank}", "fr", now }),
                    default);
                return await services.GetRequiredService<IVolunteerLoader>().WriteAsync(people, default);
            },
            default);
        return [.. people.Select(one => one.Person)];
    }

    private static NewVolunteer Invent(Random random, int rank, Commune home, DateTimeOffset now)
    {
        var profession = InventedPractice.DrawProfession(random);
        var status = InventedPractice.DrawStatus(random);
        var regime = InventedPractice.DrawRegime(random, profession);
        return new NewVolunteer
        {
            Person = new PersonId(DrawId(random)),
            Status = status,
            Regime = regime,
            Rpps = profession.HasRpps ? InventedPractice.SandboxNumber(rank) : null,
            Skills = InventedPractice.DrawSkills(random, profession, DateOnly.FromDateTime(now.UtcDateTime)),
            Titles = [InventedPractice.DrawTitle(random, profession, status, regime, now)],
            Reach = InventedAvailability.DrawReach(random, home, profession == Profession.Physician),
            Readiness = InventedAvailability.DrawReadiness(random, now),
            Preferences = InventedAvailability.DrawPreferences(random, now),
            At = now.AddDays(-random.Next(1, 300)),
        };
    }

    private static Guid DrawId(Random random)
    {
        Span<byte> id = stackalloc byte[16];
        random.NextBytes(id);
        return new Guid(id);
    }
}
