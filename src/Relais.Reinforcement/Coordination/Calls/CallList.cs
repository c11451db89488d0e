using Microsoft.EntityFrameworkCore;
using Relais.Accounts.Contracts;
using Relais.Kernel.Data;
using Relais.Reinforcement.Contracts;
using Relais.Reinforcement.Needs;
using Relais.Reinforcement.Offers;
using Relais.Reinforcement.Waves;
using Relais.Volunteers.Contracts;

namespace Relais.Reinforcement.Coordination.Calls;

/// <summary>Somebody who may be called about a need.</summary>
/// <param name="Asked">The question put to them, if it was.</param>
/// <param name="Minutes">Estimated travel from home, where it is known.</param>
/// <param name="Reasons">Why this person, in the codes of the order of the waves.</param>
/// <param name="Last">The last call about this need.</param>
/// <param name="StandsInAs">The profession with which the person would hold a place of another; nothing where it is their own.</param>
internal sealed record CallLine(PersonName Name, Offer? Asked, int? Minutes, IReadOnlyList<string> Reasons, NeedCall? Last, Profession? StandsInAs = null);

/// <param name="Lines">To be called: those who asked for it when their time has come, then those who have not answered, then those not asked yet, in the order of the waves.</param>
/// <param name="Found">Who could be asked now, and what stops the others.</param>
internal sealed record CallSheet(IReadOnlyList<CallLine> Lines, SearchResult Found);

/// <summary>Who may be called about a need: nobody who said no, nor whom a rule stops.</summary>
internal sealed class CallList(RelaisDb db, CandidateSearch search, IPeople people, TimeProvider clock)
{
    /// <summary>Of those not asked yet, this many are shown: after them the list is made anew.</summary>
    private const int MostNotAsked = 20;

    public async Task<CallSheet> OfAsync(Need need, CancellationToken cancellation)
    {
        var found = await search.InOrderAsync(await search.SearchAsync(need, cancellation), cancellation);
        var unanswered = await db.Set<Offer>().AsNoTracking()
            .Where(offer => offer.NeedId == need.Id && (offer.State == OfferState.Waiting || offer.State == OfferState.ToReconfirm))
            .OrderBy(offer => offer.SentAt).ThenBy(offer => offer.Id).ToListAsync(cancellation);
        var asked = unanswered.Select(offer => offer.PersonId).ToHashSet();
        var others = found.Askable.Select(PersonToAsk.From).Where(person => !asked.Contains(person.Person)).Take(MostNotAsked).ToList();
        var calls = await LastAsync(need.Id, cancellation);
        var names = await people.FindAsync([.. asked, .. others.Select(person => person.Person)], cancellation);
        var lines = unanswered.Select(offer => (offer.PersonId, Offer: (Offer?)offer, offer.Minutes, Reasons: offer.ReasonCodes, offer.StandsInAs))
            .Concat(others.Select(person => (PersonId: person.Person, Offer: (Offer?)null, person.Minutes, person.Reasons, person.StandsInAs)))
            .Where(one => names.ContainsKey(one.PersonId))
            .Select(one => new CallLine(names[one.PersonId], one.Offer, one.Minutes, one.Reasons, calls.GetValueOrDefault(one.PersonId), one.StandsInAs));
        return new CallSheet([.. lines.OrderBy(Rank)], found);
    }

    /// <summary>The same for one person; nothing when they are not to be called about it.</summary>
    public async Task<CallLine?> FindAsync(Need need, PersonId person, CancellationToken cancellation)
    {
        var offer = await db.Set<Offer>().AsNoTracking().SingleOrDefaultAsync(one => one.NeedId == need.Id && one.PersonId == person, cancellation);
        var askable = offer is null ? (await search.SearchAsync(need, cancellation)).Askable.FirstOrDefault(one => one.Survivor.Person.Person == person.Value) : null;
        if (offer is null && askable is null || await people.FindAsync(person, cancellation) is not { } name)
        {
            return null;
        }

        var toAsk = offer is null ? PersonToAsk.From(askable!) : null;
        return new CallLine(
            name, offer, toAsk?.Minutes ?? offer?.Minutes, toAsk?.Reasons ?? offer!.ReasonCodes, (await LastAsync(need.Id, cancellation)).GetValueOrDefault(person), toAsk?.StandsInAs ?? offer?.StandsInAs);
    }

    /// <summary>Who asked to be called again, once it is time, before whoever was never called; who was just called, last.</summary>
    private int Rank(CallLine line) => line.Last switch
    {
        { CallBackAt: { } at } => at <= clock.GetUtcNow() ? 0 : 3,
        null => 1,
        _ => 2,
    };

    private async Task<Dictionary<PersonId, NeedCall>> LastAsync(NeedId need, CancellationToken cancellation) =>
        (await db.Set<NeedCall>().AsNoTracking().Where(call => call.NeedId == need).OrderBy(call => call.CalledAt).ToListAsync(cancellation))
            .GroupBy(call => call.PersonId).ToDictionary(group => group.Key, group => group.Last());
}
