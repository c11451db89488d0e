using Relais.Accounts.Contracts;

namespace Relais.Accounts.Rights;

/// <summary>Over what each role can be held.</summary>
internal static class RoleScopes
{
    public static IReadOnlyList<string> KindsOf(Role role) => role switch
    {
        Role.Volunteer => ["self"],
        Role.FacilityManager => ["facility"],
        Role.Coordinator => ["territory", "network"],
        Role.Planner or Role.ElectedOfficial => ["territory"],
        Role.Psychologist => ["territory", "national"],
        Role.NationalCrisisCentre or Role.Administrator => ["national"],
        _ => throw new ArgumentOutOfRangeException(nameof(role)),
    };

    public static bool CanBeHeldOver(this Role role, Scope scope) => KindsOf(role).Contains(scope.Kind);
}
