namespace Relais.Accounts.Contracts;

/// <summary>The accounts with which persons sign in. What changes joins the caller's unit of work; the caller saves.</summary>
public interface IAccounts
{
    Task<AccountId?> FindAsync(PersonId person, CancellationToken cancellation);

    Task<PersonId?> PersonOfAsync(AccountId account, CancellationToken cancellation);

    /// <summary>The account of the person, opened if there is none: it signs in by mail link until it has a password.</summary>
    Task<AccountId> OpenAsync(PersonId person, CancellationToken cancellation);

    /// <returns>What to ask of the person when the password is refused; nothing when it is taken.</returns>
    Task<string?> SetPasswordAsync(AccountId account, string password, CancellationToken cancellation);

    /// <summary>A token with which a program may do all that the account may.</summary>
    /// <param name="account">For whom the program acts.</param>
    /// <param name="name">What the token is called in the list of the account.</param>
    /// <param name="secret">32 bytes, where the token must be the same each time (a demonstration); drawn when not given.</param>
    string IssueToken(AccountId account, string name, ReadOnlySpan<byte> secret = default);

    /// <summary>Signs the browser that asks in; to be called once the account is saved.</summary>
    Task SignInAsync(AccountId account, bool stay, CancellationToken cancellation);
}
