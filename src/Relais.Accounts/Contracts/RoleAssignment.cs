namespace Relais.Accounts.Contracts;

/// <summary>An account holds a role over a scope from one instant until another, or until it is ended.</summary>
public sealed record RoleAssignment(Guid Id, AccountId Account, Role Role, Scope Scope, DateTimeOffset ValidFrom, DateTimeOffset? ValidTo)
{
    public bool IsActiveAt(DateTimeOffset instant) => ValidFrom <= instant && (ValidTo is null || instant < ValidTo);
}
