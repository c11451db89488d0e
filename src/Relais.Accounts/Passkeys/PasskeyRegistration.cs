using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Relais.Accounts.Contracts;
using Relais.Accounts.SignIn;
using Relais.Kernel.Data;
using Relais.Kernel.Journal;
using Relais.Kernel.Messages;

namespace Relais.Accounts.Passkeys;

internal enum PasskeyAdded
{
    Done,

    /// <summary>The page was open too long, or the answer is not one to its question.</summary>
    Refused,

    /// <summary>The authenticator gave a key that is known already.</summary>
    Known,
}

/// <summary>Adds a key to an account, and tells its person.</summary>
internal sealed class PasskeyRegistration(
    RelaisDb db, IPasskeyHandler<Account> handler, Challenges challenges, IPeople people, Outbox outbox, JournalWriter journal, TimeProvider clock)
{
    /// <summary>Enough for every device of a household, and few enough to be looked at.</summary>
    public const int Most = 12;

    private const string Purpose = "registration";

    /// <summary>Asks for a new key; those of the account are named, so that a device does not make a second one.</summary>
    public async Task<PasskeyQuestion> AskAsync(HttpContext http, AccountId account, PersonId person, CancellationToken cancellation)
    {
        var name = (await people.FindAsync(person, cancellation))!.FullName;
        var email = (await people.AddressesAsync(person, cancellation)).FirstOrDefault(address => address.Address.Kind is AddressKind.Email)?.Address.Value;
        var asked = await handler.MakeCreationOptionsAsync(new PasskeyUserEntity { Id = account.ToString(), Name = email ?? name, DisplayName = name }, http);
        return new PasskeyQuestion(asked.CreationOptionsJson, challenges.Seal(Purpose, asked.AttestationState!));
    }

    public async Task<PasskeyAdded> AddAsync(HttpContext http, AccountId account, PersonId person, string name, string? state, string? credential, CancellationToken cancellation)
    {
        if (challenges.Open(Purpose, state) is not { } challenge || string.IsNullOrEmpty(credential))
        {
            return PasskeyAdded.Refused;
        }

        var result = await handler.PerformAttestationAsync(new PasskeyAttestationContext { HttpContext = http, CredentialJson = credential, AttestationState = challenge });
        return result is { Succeeded: true, Passkey: { } passkey, UserEntity: { } user } && user.Id == account.ToString()
            ? await db.InTransactionAsync(() => KeepAsync(account, person, name, challenge, passkey, cancellation), cancellation)
            : PasskeyAdded.Refused;
    }

    private async Task<PasskeyAdded> KeepAsync(AccountId account, PersonId person, string name, string challenge, UserPasskeyInfo passkey, CancellationToken cancellation)
    {
        if (!await challenges.TakeAsync(challenge, cancellation))
        {
            return PasskeyAdded.Refused;
        }

        var credential = Passkey.Encode(passkey.CredentialId);
        if (await db.Set<Passkey>().AnyAsync(known => known.CredentialId == credential, cancellation)
            || await db.Set<Passkey>().CountAsync(known => known.AccountId == account, cancellation) >= Most)
        {
            return PasskeyAdded.Known;
        }

        var added = new Passkey
        {
            AccountId = account,
            CredentialId = credential,
            PublicKey = passkey.PublicKey,
            Name = name,
            SignCount = passkey.SignCount,
            Transports = string.Join(' ', passkey.Transports ?? []),
            IsBackedUp = passkey.IsBackedUp,
            MayBackUp = passkey.IsBackupEligible,
            AddedAt = clock.GetUtcNow(),
        };
        db.Add(added);
        journal.Record("passkey.added", "passkey", added.Id);
        outbox.Add(person.Value, new PasskeyAddedMessage(added.Id));
        return PasskeyAdded.Done;
    }
}
