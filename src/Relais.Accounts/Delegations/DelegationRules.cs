using Relais.Accounts.Contracts;

namespace Relais.Accounts.Delegations;

/// <summary>What may be handed over, and for how long.</summary>
internal static class DelegationRules
{
    /// <summary>Those who keep a service running from day to day. The roles that give rights over others are given by an administrator alone.</summary>
    public static IReadOnlyList<Role> Roles { get; } = [Role.FacilityManager, Role.Coordinator];

    /// <summary>A longer absence is a change of hands, which an administrator makes.</summary>
    public static readonly TimeSpan Longest = TimeSpan.FromDays(92);
}
