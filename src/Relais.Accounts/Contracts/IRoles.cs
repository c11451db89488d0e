namespace Relais.Accounts.Contracts;

/// <summary>Who holds which role over what. What changes joins the caller's unit of work; the caller saves.</summary>
public interface IRoles
{
    /// <summary>Does nothing when the account already holds the role there without end.</summary>
    /// <exception cref="ArgumentException">The role is never held over a scope of this kind.</exception>
    Task GiveAsync(AccountId account, Role role, Scope scope, string reason, CancellationToken cancellation, DateTimeOffset? until = null);

    /// <returns>False when no such role is in force.</returns>
    Task<bool> EndAsync(Guid assignment, string reason, CancellationToken cancellation);

    Task<IReadOnlyList<RoleAssignment>> OfAsync(AccountId account, CancellationToken cancellation);

    /// <summary>The people who hold the role now over exactly one of these scopes, each once: those to tell when something happens there.</summary>
    Task<IReadOnlyList<PersonId>> PeopleAsync(Role role, IReadOnlyCollection<Scope> scopes, CancellationToken cancellation);
}
