using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Relais.Accounts.Contracts;
using Relais.Accounts.Sessions;
using Relais.Accounts.Tokens;
using Relais.Kernel.Data;
using Relais.Kernel.Journal;

namespace Relais.Accounts.SignIn;

internal sealed class KnownAccounts(
    RelaisDb db, IPasswordHasher<Account> hasher, OpenSessions sessions, ApiTokens tokens, JournalWriter journal, TimeProvider clock) : IAccounts
{
    public async Task<AccountId?> FindAsync(PersonId person, CancellationToken cancellation) =>
        await OfPersonAsync(person, cancellation) is { } account ? account.Id : null;

    public async Task<PersonId?> PersonOfAsync(AccountId account, CancellationToken cancellation) =>
        await db.FindAsync<Account>([account], cancellation) is { } known ? known.PersonId : null;

    public async Task<AccountId> OpenAsync(PersonId person, CancellationToken cancellation)
    {
        if (await OfPersonAsync(person, cancellation) is { } known)
        {
            return known.Id;
        }

        var account = new Account { PersonId = person, CreatedAt = clock.GetUtcNow() };
        db.Add(account);
        journal.Record("account.opened", "account", account.Id.Value);
        return account.Id;
    }

    public async Task<string?> SetPasswordAsync(AccountId account, string password, CancellationToken cancellation)
    {
        if (PasswordRules.Refuse(password) is { } reason)
        {
            return reason;
        }

        var known = await LoadAsync(account, cancellation);
        known.PasswordHash = hasher.HashPassword(known, password);
        known.SecurityStamp = Guid.CreateVersion7().ToString("N");
        journal.Record("account.password_changed", "account", account.Value);
        return null;
    }

    public string IssueToken(AccountId account, string name, ReadOnlySpan<byte> secret = default) =>
        tokens.Issue(account, name, [TokenScope.WriteAll], secret);

    public async Task SignInAsync(AccountId account, bool stay, CancellationToken cancellation) =>
        await sessions.OpenAsync(await LoadAsync(account, cancellation), SignInMeans.Registration, stay, cancellation);

    public async Task<bool> HasPasswordAsync(AccountId account, CancellationToken cancellation) =>
        (await LoadAsync(account, cancellation)).PasswordHash is not null;

    /// <summary>Every device, this one included, has to sign in again.</summary>
    public async Task SignOutEverywhereAsync(AccountId account, CancellationToken cancellation)
    {
        (await LoadAsync(account, cancellation)).SecurityStamp = Guid.CreateVersion7().ToString("N");
        await sessions.CloseAsync(account, _ => true, cancellation);
        journal.Record("account.signed_out_everywhere", "account", account.Value);
    }

    private async Task<Account> LoadAsync(AccountId account, CancellationToken cancellation) =>
        await db.FindAsync<Account>([account], cancellation) ?? throw new InvalidOperationException($"No account {account}");

    private async Task<Account?> OfPersonAsync(PersonId person, CancellationToken cancellation) =>
        db.Set<Account>().Local.FirstOrDefault(account => account.PersonId == person)
        ?? await db.Set<Account>().SingleOrDefaultAsync(account => account.PersonId == person, cancellation);
}
