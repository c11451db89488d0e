using Relais.Accounts.Contracts;
using Relais.Kernel.Journal;

namespace Relais.Accounts.Duplicates;

internal static class ActingAccount
{
    /// <summary>By whom something is done, where somebody is signed in.</summary>
    public static AccountId? Account(this ICurrentActor actor) => actor.AccountId is { } id ? new AccountId(id) : null;
}
