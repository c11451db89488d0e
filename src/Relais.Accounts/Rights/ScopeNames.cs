using Relais.Accounts.Contracts;
using Relais.Kernel.Wording;

namespace Relais.Accounts.Rights;

/// <summary>Roles and scopes as people call them.</summary>
internal sealed class ScopeNames(IScopeResolver places, Words T)
{
    public string NameOf(Role role) => role switch
    {
        Role.Volunteer => T["Volontaire"],
        Role.FacilityManager => T["Gestionnaire d’établissement"],
        Role.Coordinator => T["Coordinateur"],
        Role.Planner => T["Planificateur"],
        Role.NationalCrisisCentre => T["Centre de crise national"],
        Role.Psychologist => T["Psychologue"],
        Role.ElectedOfficial => T["Élu"],
        Role.Administrator => T["Administrateur"],
        _ => throw new ArgumentOutOfRangeException(nameof(role)),
    };

    public async ValueTask<string> NameOfAsync(Scope scope, CancellationToken cancellation) => scope switch
    {
        Scope.Territory territory => await places.NameOfTerritoryAsync(territory.Code, cancellation) ?? T["territoire {0}", territory.Code],
        Scope.Facility facility => await places.NameOfFacilityAsync(facility.Finess, cancellation) is { } name
            ? $"{name} ({facility.Finess})"
            : T["établissement {0}", facility.Finess],
        Scope.Network => T["réseau de soins"],
        Scope.Self => T["soi-même"],
        _ => T["tout le pays"],
    };

    public async ValueTask<string> DescribeAsync(RoleAssignment held, CancellationToken cancellation) => held.Scope is Scope.Self
        ? NameOf(held.Role)
        : $"{NameOf(held.Role)}\u00a0: {await NameOfAsync(held.Scope, cancellation)}";
}
