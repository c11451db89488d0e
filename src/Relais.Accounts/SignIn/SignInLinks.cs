using System.Net;
using Microsoft.EntityFrameworkCore;
using Relais.Accounts.Contracts;
using Relais.Accounts.Sessions;
using Relais.Kernel.Data;
using Relais.Kernel.Journal;
using Relais.Kernel.Links;
using Relais.Kernel.Messages;

namespace Relais.Accounts.SignIn;

/// <param name="State">Whether the link can still be used; used counts as expired.</param>
/// <param name="People">Who has the address: whoever opened the link is one of them.</param>
internal sealed record OpenedLink(LinkState State, AddressProof? Proof, IReadOnlyList<PersonName> People);

/// <summary>Signs in who reads what is sent to an address.</summary>
internal sealed class SignInLinks(
    RelaisDb db,
    IPeople people,
    KnownAccounts accounts,
    OpenSessions sessions,
    AttemptLimit limit,
    SignedLinks links,
    Outbox outbox,
    JournalWriter journal,
    TimeProvider clock)
{
    public static readonly TimeSpan WorksFor = TimeSpan.FromMinutes(15);

    /// <summary>Sends a link if somebody has the address; the answer is the same if nobody does.</summary>
    /// <returns>Until when no more links are sent there, or nothing.</returns>
    public async Task<DateTimeOffset?> AskAsync(ContactPoint address, string? returnTo, IPAddress? network, CancellationToken cancellation)
    {
        if (await limit.TakeAsync(AttemptRule.Link, address, network, cancellation) is { } until)
        {
            return until;
        }

        var now = clock.GetUtcNow();
        var proof = new AddressProof
        {
            Purpose = ProofPurpose.SignIn,
            Kind = address.Kind,
            Value = address.Value,
            ReturnTo = returnTo,
            AskedAt = now,
            ExpiresAt = now + WorksFor,
        };
        db.Add(proof);
        if (await people.FindByAddressAsync(address, cancellation) is [var first, ..])
        {
            outbox.Add(first.Id.Value, new SignInLinkMessage(proof.Id));
        }

        await db.SaveChangesAsync(cancellation);
        return null;
    }

    public async Task<OpenedLink> OpenAsync(string token, CancellationToken cancellation)
    {
        var link = await links.ReadAsync(AddressProof.SignInLink, token, cancellation);
        if (link.State is LinkState.Invalid || await db.FindAsync<AddressProof>([link.Subject], cancellation) is not { } proof)
        {
            return new OpenedLink(LinkState.Invalid, Proof: null, []);
        }

        var state = proof.UsedAt is null && clock.GetUtcNow() < proof.ExpiresAt ? link.State : LinkState.Expired;
        return new OpenedLink(state, proof, state is LinkState.Valid ? await people.FindByAddressAsync(proof.Address, cancellation) : []);
    }

    /// <returns>False when the link has just been used elsewhere.</returns>
    public async Task<bool> UseAsync(AddressProof proof, PersonId person, bool stay, CancellationToken cancellation)
    {
        var account = await db.InTransactionAsync(() => RedeemAsync(proof, person, cancellation), cancellation);
        if (account is null)
        {
            return false;
        }

        await limit.ForgetAsync(AttemptRule.Password, proof.Address, cancellation);
        await sessions.OpenAsync(account, SignInMeans.Link, stay, cancellation);
        return true;
    }

    private async Task<Account?> RedeemAsync(AddressProof proof, PersonId person, CancellationToken cancellation)
    {
        var now = clock.GetUtcNow();
        var isFirst = await db.Set<AddressProof>()
            .Where(p => p.Id == proof.Id && p.UsedAt == null)
            .ExecuteUpdateAsync(p => p.SetProperty(x => x.UsedAt, now), cancellation) is 1;
        if (!isFirst)
        {
            return null;
        }

        await people.AddAddressAsync(person, proof.Address, cancellation, isProved: true);
        var id = await accounts.OpenAsync(person, cancellation);
        var account = (await db.FindAsync<Account>([id], cancellation))!;
        (account.FailedCount, account.LockedUntil) = (0, null);
        journal.Record("account.signed_in", "account", account.Id.Value, "link");
        return account;
    }
}
