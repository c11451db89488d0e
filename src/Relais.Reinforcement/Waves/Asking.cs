using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Relais.Accounts.Contracts;
using Relais.Kernel.Data;
using Relais.Kernel.Journal;
using Relais.Matching.Waves;
using Relais.Reinforcement.Exclusions;
using Relais.Reinforcement.Needs;
using Relais.Reinforcement.Notices;
using Relais.Reinforcement.Offers;
using Relais.Volunteers.Contracts;

namespace Relais.Reinforcement.Waves;

/// <summary>Somebody to ask, with what the offer will say of why.</summary>
/// <param name="Limit">The person's own weekly limit, over all needs.</param>
/// <param name="StandsInAs">The profession with which the person would hold a place of another; nothing where it is their own.</param>
internal sealed record PersonToAsk(PersonId Person, int? Minutes, IReadOnlyList<string> Reasons, int Limit, Profession? StandsInAs = null)
{
    public static PersonToAsk From(Askable found) => new(
        new PersonId(found.Survivor.Person.Person),
        found.Survivor.Minutes is { } minutes && float.IsFinite(minutes) ? (int)Math.Ceiling(minutes) : null,
        WaveOrder.Reasons(found),
        found.Survivor.Person.WeeklyLimit,
        found.Survivor.StandsIn is { } substitute ? Profession.All[substitute.Profession] : null);
}

/// <summary>
/// Marks people as asked and writes to them, in one go: nobody is asked twice about a need, unless it ended unanswered and reopens, nor more often in a week
/// than they accept, however many nodes and needs ask at once. Call it with the need's row locked.
/// </summary>
internal sealed class Asking(RelaisDb db, ExclusionList exclusions, WeekBudget budget, Notifying notifying, JournalWriter journal, TimeProvider clock)
{
    /// <returns>Those who were really asked.</returns>
    public async Task<IReadOnlyList<Offer>> AskAsync(Need need, int wave, IReadOnlyList<PersonToAsk> people, CancellationToken cancellation)
    {
        var persons = people.Select(person => person.Person).ToList();
        var known = await db.Set<Offer>().Where(o => o.NeedId == need.Id && EF.Parameter(persons).Contains(o.PersonId)).ToDictionaryAsync(o => o.PersonId, cancellation);
        var asked = new List<Offer>();
        var excluded = await exclusions.AtAsync(need.Finess, cancellation);
        var granted = await budget.TakeAsync(
            people.Where(person => !excluded.Contains(person.Person.Value) && known.GetValueOrDefault(person.Person) is null or { WasLeftOpen: true }).Select(person => (person.Person, person.Limit)), clock.GetUtcNow(), cancellation);
        foreach (var person in people.Where(person => granted.Contains(person.Person)))
        {
            if (known.TryGetValue(person.Person, out var offer))
            {
                offer.Ask(need.Version, wave, clock.GetUtcNow());
            }
            else
            {
                db.Add(offer = new Offer
                {
                    NeedId = need.Id,
                    PersonId = person.Person,
                    NeedVersion = need.Version,
                    Wave = wave,
                    Minutes = person.Minutes,
                    Reasons = JsonSerializer.Serialize(person.Reasons),
                    StandsInAs = person.StandsInAs,
                    SentAt = clock.GetUtcNow(),
                });
            }

            notifying.Invite(offer);
            asked.Add(offer);
        }

        journal.Record("need.asked", "need", need.Id.Value, detail: $"wave={wave} people={asked.Count}");
        await db.SaveChangesAsync(cancellation);
        return asked;
    }
}
