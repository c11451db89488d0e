using Microsoft.EntityFrameworkCore;
using Relais.Accounts.Contracts;
using Relais.Commitments.Contracts;
using Relais.Commitments.Sentences;
using Relais.Kernel.Data;
using Relais.Kernel.Wording;
using Relais.Matching.Rest;

namespace Relais.Commitments.Holding;

/// <summary>Hours promised stand against two dossiers becoming one when both promised them, and against forgetting who is expected.</summary>
internal sealed class PromisedHours(RelaisDb db, Moments moments, Words t, TimeProvider clock) : IPersonRoom
{
    public async Task<IReadOnlyList<string>> WhyNotOneAsync(PersonId kept, PersonId absorbed, CancellationToken cancellation)
    {
        var theirs = await ToComeAsync(absorbed, cancellation);
        return
        [
            .. (await ToComeAsync(kept, cancellation))
                .Where(one => theirs.Exists(other => other.StartsAt < one.EndsAt && one.StartsAt < other.EndsAt))
                .Select(one => t["Les deux ont promis les mêmes heures, {0} : retirez d’abord l’un des deux.", Say(one)].Value),
        ];
    }

    public async Task<IReadOnlyList<string>> WhyNotErasedAsync(PersonId person, CancellationToken cancellation) =>
        (await ToComeAsync(person, cancellation)).ConvertAll(promise => t["Vous êtes attendu {0} : retirez-vous d’abord de cette mission.", Say(promise)].Value);

    private async Task<List<Commitment>> ToComeAsync(PersonId person, CancellationToken cancellation)
    {
        var now = clock.GetUtcNow();
        return await db.Set<Commitment>().AsNoTracking()
            .Where(commitment => commitment.PartyKind == PartyKind.Person && commitment.PartyId == person.Value && !commitment.AtEmployer && commitment.ReleasedAt == null && commitment.EndsAt > now)
            .OrderBy(commitment => commitment.StartsAt).ToListAsync(cancellation);
    }

    private string Say(Commitment promise) =>
        moments.Span(new Interval(promise.StartsAt, promise.EndsAt), TimeZoneInfo.FindSystemTimeZoneById(promise.TimeZone));
}
