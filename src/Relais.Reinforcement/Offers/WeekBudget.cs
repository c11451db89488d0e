using Microsoft.EntityFrameworkCore;
using Relais.Accounts.Contracts;
using Relais.Kernel.Data;

namespace Relais.Reinforcement.Offers;

/// <summary>
/// Counts the requests put to each person in a week, over all needs. The database refuses to go over the person's limit
/// whatever the number of nodes that ask at once.
/// </summary>
internal sealed class WeekBudget(RelaisDb db)
{
    private static readonly TimeZoneInfo Paris = TimeZoneInfo.FindSystemTimeZoneById("Europe/Paris");

    /// <summary>The Monday of the week of an instant.</summary>
    public static DateOnly WeekOf(DateTimeOffset instant)
    {
        var day = DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(instant, Paris).DateTime);
        return day.AddDays(-(((int)day.DayOfWeek + 6) % 7));
    }

    /// <summary>Takes one request from the week of the person.</summary>
    /// <returns>False when the limit is reached: nothing was taken.</returns>
    public async Task<bool> TryTakeAsync(PersonId person, int limit, DateTimeOffset now, CancellationToken cancellation) =>
        limit > 0 && await db.Database.ExecuteSqlAsync(
            $"""
            INSERT INTO request_budget (person_id, week, asked, allowed) VALUES ({person.Value}, {WeekOf(now)}, 1, {limit})
            ON CONFLICT (person_id, week) DO UPDATE SET asked = request_budget.asked + 1, allowed = excluded.allowed
            WHERE request_budget.asked < excluded.allowed
            """,
            cancellation) == 1;

    /// <summary>« Pas cette semaine » : nothing more until Monday.</summary>
    public Task<int> UseUpAsync(PersonId person, DateTimeOffset now, CancellationToken cancellation) => db.Database.ExecuteSqlAsync(
        $"""
        INSERT INTO request_budget (person_id, week, asked, allowed) VALUES ({person.Value}, {WeekOf(now)}, 99, 99)
        ON CONFLICT (person_id, week) DO UPDATE SET asked = 99, allowed = 99
        """,
        cancellation);

    /// <summary>How often each was asked this week; those not asked are absent.</summary>
    public async Task<IReadOnlyDictionary<PersonId, int>> AskedAsync(IReadOnlyCollection<PersonId> persons, DateTimeOffset now, CancellationToken cancellation)
    {
        var week = WeekOf(now);
        return await db.Set<RequestBudget>().AsNoTracking()
            .Where(budget => budget.Week == week && EF.Parameter(persons).Contains(budget.PersonId))
            .Select(budget => new { budget.PersonId, budget.Asked })
            .ToDictionaryAsync(budget => budget.PersonId, budget => budget.Asked, cancellation);
    }
}
