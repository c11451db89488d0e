using System.Globalization;
using System.Runtime.CompilerServices;
using Microsoft.EntityFrameworkCore;
using Relais.Accounts.Contracts;
using Relais.Kernel.Data;
using Relais.Matching.Rest;

namespace Relais.Reinforcement.Offers;

/// <summary>
/// Counts the requests put to each person in a week, over all needs. The database refuses to go over the person's limit
/// whatever the number of nodes that ask at once.
/// </summary>
internal sealed class WeekBudget(RelaisDb db)
{
    private static readonly TimeZoneInfo Paris = TimeZoneInfo.FindSystemTimeZoneById("Europe/Paris");

    /// <summary>The Monday of the week of an instant.</summary>
    public static DateOnly WeekOf(DateTimeOffset instant) => PlaceTime.MondayOf(PlaceTime.DayOf(instant, Paris));

    /// <summary>
    /// Takes one request from the week of each, in one statement, in the order of the ids: two needs that ask the same
    /// people never wait for each other in a circle.
    /// </summary>
    /// <param name="asked">Each person once, with the limit that the person set.</param>
    /// <param name="now">An instant of the week.</param>
    /// <param name="cancellation">Stops it.</param>
    /// <returns>Those who had one left; nothing was taken from the others.</returns>
    public async Task<IReadOnlySet<PersonId>> TakeAsync(IEnumerable<(PersonId Person, int Limit)> asked, DateTimeOffset now, CancellationToken cancellation)
    {
        var rows = asked.Where(one => one.Limit > 0).OrderBy(one => one.Person.Value).ToList();
        if (rows.Count is 0)
        {
            return new HashSet<PersonId>();
        }

        var values = string.Join(", ", rows.Select((_, rank) => string.Create(CultureInfo.InvariantCulture, $"({{{2 * rank + 1}}}, {{0}}, 1, {{{2 * rank + 2}}})")));
        var taken = await db.Database.SqlQuery<Guid>(FormattableStringFactory.Create(
            $"""
            INSERT INTO request_budget (person_id, week, asked, allowed) VALUES {values}
            ON CONFLICT (person_id, week) DO UPDATE SET asked = request_budget.asked + 1, allowed = excluded.allowed
            WHERE request_budget.asked < excluded.allowed
            RETURNING person_id AS "Value"
            """,
            [WeekOf(now), .. rows.SelectMany(one => new object[] { one.Person.Value, one.Limit })])).ToListAsync(cancellation);
        return taken.Select(person => new PersonId(person)).ToHashSet();
    }

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
