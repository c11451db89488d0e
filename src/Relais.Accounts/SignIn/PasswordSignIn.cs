using System.Net;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Relais.Accounts.Contracts;
using Relais.Accounts.People;
using Relais.Accounts.Sessions;
using Relais.Kernel.Data;
using Relais.Kernel.Journal;

namespace Relais.Accounts.SignIn;

/// <summary>What came of an address and a password.</summary>
internal abstract record PasswordOutcome
{
    public sealed record SignedIn : PasswordOutcome;

    /// <summary>No such address, no password, or not that one: nothing tells which.</summary>
    public sealed record Wrong : PasswordOutcome;

    public sealed record Stopped(DateTimeOffset Until) : PasswordOutcome;

    /// <summary>Two persons share the address and the password: only a link lets them say who they are.</summary>
    public sealed record Ambiguous : PasswordOutcome;
}

internal sealed class PasswordSignIn(
    RelaisDb db, SignInManager<Account> signIn, OpenSessions sessions, AttemptLimit limit, JournalWriter journal, TimeProvider clock)
{
    private static readonly Account Nobody = new() { PersonId = default, CreatedAt = default };
    private static readonly string NobodysHash = new PasswordHasher<Account>().HashPassword(Nobody, "nobody signs in with this");

    public async Task<PasswordOutcome> TryAsync(ContactPoint address, string password, bool stay, IPAddress? network, CancellationToken cancellation)
    {
        if (await limit.TakeAsync(AttemptRule.Password, address, network, cancellation) is { } until)
        {
            return new PasswordOutcome.Stopped(until);
        }

        var accounts = await CandidatesAsync(address, cancellation);
        var matching = accounts.Where(account => Holds(account, password)).ToList();
        if (matching is [])
        {
            return await RefuseAsync(accounts, password);
        }

        if (matching is not [var account])
        {
            return new PasswordOutcome.Ambiguous();
        }

        // Identity has its say: a locked account stays locked, and a hash of an older kind is renewed.
        var result = await signIn.CheckPasswordSignInAsync(account, password, lockoutOnFailure: true);
        if (!result.Succeeded)
        {
            return new PasswordOutcome.Stopped(account.LockedUntil ?? clock.GetUtcNow());
        }

        journal.Record("account.signed_in", "account", account.Id.Value, "password");
        await db.SaveChangesAsync(cancellation);
        await limit.ForgetAsync(AttemptRule.Password, address, cancellation);
        await sessions.OpenAsync(account, SignInMeans.Password, stay, cancellation);
        return new PasswordOutcome.SignedIn();
    }

    private async Task<PasswordOutcome> RefuseAsync(List<Account> accounts, string password)
    {
        foreach (var account in accounts)
        {
            await signIn.UserManager.AccessFailedAsync(account);
        }

        if (accounts is [])
        {
            // An address that nobody has takes as long as a wrong password.
            signIn.UserManager.PasswordHasher.VerifyHashedPassword(Nobody, NobodysHash, password);
        }

        return new PasswordOutcome.Wrong();
    }

    private async Task<List<Account>> CandidatesAsync(ContactPoint address, CancellationToken cancellation)
    {
        var owners = db.Set<ContactAddress>().Where(a => a.Kind == address.Kind && a.Value == address.Value).Select(a => a.PersonId);
        return await db.Set<Account>()
            .Where(account => owners.Contains(account.PersonId) && account.PasswordHash != null && account.ClosedAt == null)
            .Take(10)
            .ToListAsync(cancellation);
    }

    private bool Holds(Account account, string password) =>
        signIn.UserManager.PasswordHasher.VerifyHashedPassword(account, account.PasswordHash!, password) is not PasswordVerificationResult.Failed;
}
