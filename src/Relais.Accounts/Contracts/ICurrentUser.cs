namespace Relais.Accounts.Contracts;

/// <summary>Who asks: by cookie on pages, by token on the API. Several roles add up.</summary>
public interface ICurrentUser
{
    bool IsSignedIn { get; }

    /// <exception cref="InvalidOperationException">Nobody is signed in.</exception>
    AccountId Account { get; }

    /// <exception cref="InvalidOperationException">Nobody is signed in.</exception>
    PersonId Person { get; }

    /// <summary>The roles in force now.</summary>
    IReadOnlyList<RoleAssignment> Roles { get; }

    bool Has(Role role);

    /// <summary>How far the role reaches, to show in a list only what lies in it.</summary>
    IReadOnlyList<Scope> ScopesOf(params IReadOnlyList<Role> roles);

    /// <summary>Whether one of these roles covers the resource: for what is named in a form or a body, not in the address.</summary>
    ValueTask<bool> MayAsync(Resource resource, CancellationToken cancellation, params IReadOnlyList<Role> roles);
}
