using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Relais.Accounts.Sessions;
using Relais.Accounts.SignIn;
using Relais.Kernel.Data;
using Relais.Kernel.Journal;

namespace Relais.Accounts.Passkeys;

/// <summary>Signs in who holds a key: nothing to type, nothing that another site could be given.</summary>
internal sealed class PasskeySignIn(RelaisDb db, IPasskeyHandler<Account> handler, Challenges challenges, OpenSessions sessions, JournalWriter journal, TimeProvider clock)
{
    private const string Purpose = "sign-in";

    /// <summary>Asks for any key of this site: the authenticator says whose it is.</summary>
    public async Task<PasskeyQuestion> AskAsync(HttpContext http)
    {
        var asked = await handler.MakeRequestOptionsAsync(user: null, http);
        return new PasskeyQuestion(asked.RequestOptionsJson, challenges.Seal(Purpose, asked.AssertionState!));
    }

    /// <param name="state">What came with the question.</param>
    /// <param name="credential">What the authenticator answered, as JSON.</param>
    /// <returns>Whether somebody is signed in now. Nothing tells why not.</returns>
    public async Task<bool> TryAsync(HttpContext http, string? state, string? credential, bool stay, CancellationToken cancellation)
    {
        if (challenges.Open(Purpose, state) is not { } challenge || string.IsNullOrEmpty(credential))
        {
            return false;
        }

        var result = await handler.PerformAssertionAsync(new PasskeyAssertionContext { HttpContext = http, CredentialJson = credential, AssertionState = challenge });
        if (result is not { Succeeded: true, User: { } account, Passkey: { } passkey }
            || !await db.InTransactionAsync(() => UseAsync(challenge, account, passkey, cancellation), cancellation))
        {
            return false;
        }

        await sessions.OpenAsync(account, SignInMeans.Passkey, stay, cancellation);
        return true;
    }

    /// <summary>
    /// The counter moves forward in the database itself: of two answers with the same count one is a copy, and whichever
    /// comes second is refused. Authenticators that do not count say 0 for ever.
    /// </summary>
    private async Task<bool> UseAsync(string challenge, Account account, UserPasskeyInfo passkey, CancellationToken cancellation)
    {
        var (credential, count, now) = (Passkey.Encode(passkey.CredentialId), (long)passkey.SignCount, clock.GetUtcNow());
        if (!await challenges.TakeAsync(challenge, cancellation)
            || await db.Set<Passkey>()
                .Where(known => known.CredentialId == credential && known.AccountId == account.Id && (known.SignCount < count || (known.SignCount == 0 && count == 0)))
                .ExecuteUpdateAsync(known => known.SetProperty(p => p.SignCount, count).SetProperty(p => p.IsBackedUp, passkey.IsBackedUp).SetProperty(p => p.UsedAt, now), cancellation) is 0)
        {
            return false;
        }

        journal.Record("account.signed_in", "account", account.Id.Value, "passkey");
        return true;
    }
}
