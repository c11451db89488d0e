using Relais.Accounts.Contracts;
using Relais.Reinforcement.Needs;

namespace Relais.Reinforcement;

/// <summary>Who may open what this room serves.</summary>
internal static class ReinforcementAccess
{
    public static void Declare(AccessRules access)
    {
        access.Page("/offres/{token}", Who.LinkHolder);
        access.Post("/offres/{token}/vue", Who.LinkHolder);

        access.Page("/etablissements/{finess}/besoins/nouveau", Who.Has(Role.FacilityManager).Over(ResourceOf.Facility("finess")));
        access.Page("/besoins/{id:guid}/apercu", Who.Has(Role.FacilityManager).Over<NeedOfRoute>());
        access.Page("/besoins/{id:guid}", Managers);
    }

    /// <summary>Those who answer for the establishment, and those who answer for the territory in which it lies.</summary>
    private static Who Managers => Who.Has(Role.FacilityManager, Role.Coordinator).Over<NeedOfRoute>();
}
