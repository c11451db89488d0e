using Microsoft.EntityFrameworkCore;
using Relais.Accounts.Contracts;
using Relais.Accounts.SignIn;
using Relais.Kernel.Data;
using Relais.Kernel.Journal;
using Relais.Kernel.Links;
using Relais.Kernel.Messages;

namespace Relais.Accounts.People;

/// <summary>Asks whoever reads an address to confirm that it is theirs.</summary>
internal sealed class AddressChecks(RelaisDb db, SignedLinks links, Outbox outbox, JournalWriter journal, TimeProvider clock)
{
    public static readonly TimeSpan WorksFor = TimeSpan.FromDays(7);

    /// <summary>Joins the caller's unit of work.</summary>
    public void Ask(PersonId person, ContactPoint address)
    {
        var now = clock.GetUtcNow();
        var proof = new AddressProof
        {
            Purpose = ProofPurpose.Check,
            Kind = address.Kind,
            Value = address.Value,
            PersonId = person,
            AskedAt = now,
            ExpiresAt = now + WorksFor,
        };
        db.Add(proof);
        if (address.Kind is AddressKind.Email)
        {
            outbox.Add(person.Value, new EmailCheckMessage(proof.Id));
        }
        else
        {
            outbox.Add(person.Value, new MobileCheckMessage(proof.Id));
        }
    }

    /// <summary>A link that was used is still valid: the address stays confirmed.</summary>
    public async Task<(LinkState State, AddressProof? Proof)> OpenAsync(string token, CancellationToken cancellation)
    {
        var link = await links.ReadAsync(AddressProof.CheckLink, token, cancellation);
        var proof = link.State is LinkState.Invalid ? null : await db.FindAsync<AddressProof>([link.Subject], cancellation);
        return (proof is null ? LinkState.Invalid : link.State, proof);
    }

    /// <returns>False when the person no longer has this address.</returns>
    public Task<bool> ConfirmAsync(AddressProof proof, CancellationToken cancellation) => db.InTransactionAsync(
        async () =>
        {
            var address = await db.Set<ContactAddress>()
                .SingleOrDefaultAsync(a => a.PersonId == proof.PersonId && a.Kind == proof.Kind && a.Value == proof.Value, cancellation);
            if (address is { VerifiedAt: null })
            {
                address.VerifiedAt = clock.GetUtcNow();
                journal.Record("address.confirmed", "person", address.PersonId.Value);
                await outbox.SendHeldAsync(address.PersonId.Value, address.Kind is AddressKind.Email ? Channel.Email : Channel.Sms, cancellation);
            }

            return address is not null;
        },
        cancellation);
}
