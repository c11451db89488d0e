using Microsoft.Extensions.DependencyInjection;
using Relais.Accounts.Contracts;
using Relais.Kernel.Data;
using Relais.Reinforcement.Offers;

namespace Relais.Bench.Needs;

/// <summary>
/// What a busy month leaves behind: 2 000 needs, 60 000 requests of which a third this week, and 20 000 shifts that
/// people are held to, half of them in the days to come.
/// </summary>
internal static class History
{
    private const int Needs = 2_000;
    private const int Requests = 60_000;
    private const int Shifts = 20_000;

    public static async Task LiveAsync(Platform platform, IReadOnlyList<PersonId> people)
    {
        var random = new Random(7);
        var now = platform.Clock.GetUtcNow();
        await using var scope = platform.Services.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<RelaisDb>();
        var needs = Enumerable.Range(0, Needs).Select(_ => Asked.Need("29024", "nurse.general", now.AddDays(random.Next(-28, 2)))).ToList();
        var requests = Enumerable.Range(0, Requests)
            .Select(_ => (Need: needs[random.Next(Needs)].Id, Person: people[random.Next(people.Count)]))
            .Distinct().Select(pair => (pair.Need, pair.Person, At: now.AddMinutes(-random.Next(21 * 24 * 60)))).ToList();
        await db.InTransactionAsync(
            async () =>
            {
                db.AddRange(needs);
                await db.SaveChangesAsync();
                await db.BulkInsertAsync(
                    "offer",
                    ["id", "need_id", "person_id", "state", "need_version", "wave", "reasons", "sent_at", "answered_at"],
                    requests.Select(one => new object?[] { Guid.CreateVersion7(), one.Need.Value, one.Person.Value, "Declined", 1, 1, "[]", one.At, one.At.AddMinutes(10) }),
                    default);
                await db.BulkInsertAsync(
                    "request_budget",
                    ["person_id", "week", "asked", "allowed"],
                    requests.Where(one => WeekBudget.WeekOf(one.At) == WeekBudget.WeekOf(now)).GroupBy(one => one.Person)
                        .Select(mine => new object?[] { mine.Key.Value, WeekBudget.WeekOf(now), mine.Count(), 50 }),
                    default);
                await db.BulkInsertAsync(
                    "commitment",
                    ["id", "party_kind", "party_id", "starts_at", "ends_at", "worked_minutes", "at_employer", "source", "source_id", "time_zone", "held_at"],
                    people.Take(Shifts).Select(person => Shift(random, person, now)),
                    default);
            },
            default);
    }

    private static object?[] Shift(Random random, PersonId person, DateTimeOffset now)
    {
        var start = now.AddHours(random.Next(-14 * 24, 14 * 24));
        return [Guid.CreateVersion7(), "Person", person.Value, start, start.AddHours(8), 480, false, "bench", Guid.CreateVersion7(), "Europe/Paris", now];
    }
}
