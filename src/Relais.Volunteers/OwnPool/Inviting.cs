using Microsoft.EntityFrameworkCore;
using Relais.Accounts.Contracts;
using Relais.Kernel.Data;
using Relais.Kernel.Identifiers;
using Relais.Kernel.Journal;
using Relais.Kernel.Messages;
using Relais.Kernel.Text;
using Relais.Volunteers.Dossier;

namespace Relais.Volunteers.OwnPool;

/// <summary>Writes once to those of a pool who were never written to, and keeps what they answer.</summary>
internal sealed class Inviting(RelaisDb db, IPeople people, Dossiers dossiers, Outbox outbox, JournalWriter journal, TimeProvider clock)
{
    private const int AtOnce = 500;

    /// <returns>How many are written to.</returns>
    public Task<int> InviteAsync(Finess finess, CancellationToken cancellation) => db.InTransactionAsync(
        async () =>
        {
            var members = await db.Set<OwnPoolMember>().Where(member => member.Finess == finess && member.State == MemberState.Listed)
                .OrderBy(member => member.Id).Take(AtOnce).ToListAsync(cancellation);
            var owners = await OwnersAsync(members, cancellation);
            foreach (var member in members)
            {
                var person = OwnerOf(member, owners) ?? people.Create(new NewPerson(member.FirstName, member.LastName));
                (member.State, member.InvitedAt) = (MemberState.Invited, clock.GetUtcNow());
                outbox.Add(person.Value, new OwnPoolInvitation(member.Id), new MessageSubject("own-pool-member", member.Id), onceKey: member.Id.ToString());
            }

            journal.Record("own_pool.invited", "facility", finess.Value, FormattableString.Invariant($"people={members.Count}"));
            return members.Count;
        },
        cancellation);

    /// <returns>Whether the person has a dossier, and so nothing more to do.</returns>
    public Task<bool> AgreeAsync(Guid id, CancellationToken cancellation) => db.InTransactionAsync(
        async () =>
        {
            var member = await db.Set<OwnPoolMember>().SingleAsync(known => known.Id == id, cancellation);
            (member.State, member.AnsweredAt) = (MemberState.Agreed, clock.GetUtcNow());
            var owner = OwnerOf(member, await OwnersAsync([member], cancellation));
            member.PersonId = owner is { } person && await dossiers.ExistsAsync(person, cancellation) ? owner : null;
            journal.Record("own_pool.agreed", "facility", member.Finess.Value);
            return member.PersonId is not null;
        },
        cancellation);

    public Task DeclineAsync(Guid id, CancellationToken cancellation) => db.InTransactionAsync(
        async () =>
        {
            var member = await db.Set<OwnPoolMember>().SingleAsync(known => known.Id == id, cancellation);
            (member.State, member.AnsweredAt, member.PersonId) = (MemberState.Declined, clock.GetUtcNow(), null);
            journal.Record("own_pool.declined", "facility", member.Finess.Value);
        },
        cancellation);

    private Task<ILookup<ContactPoint, PersonName>> OwnersAsync(IEnumerable<OwnPoolMember> members, CancellationToken cancellation) =>
        people.FindByAddressesAsync([.. members.SelectMany(Addresses)], cancellation);

    /// <summary>Whoever is known by this name at one of these addresses.</summary>
    private static PersonId? OwnerOf(OwnPoolMember member, ILookup<ContactPoint, PersonName> owners)
    {
        var name = SearchKey.From(member.FirstName, member.LastName);
        return Addresses(member).SelectMany(address => owners[address])
            .FirstOrDefault(person => SearchKey.From(person.FirstName, person.LastName) == name)?.Id;
    }

    private static IEnumerable<ContactPoint> Addresses(OwnPoolMember member)
    {
        if (ContactPoint.TryEmail(member.Email, out var email))
        {
            yield return email;
        }

        if (ContactPoint.TryMobile(member.Mobile, out var mobile))
        {
            yield return mobile;
        }
    }
}
