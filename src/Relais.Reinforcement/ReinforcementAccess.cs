using Relais.Accounts.Contracts;
using Relais.Reinforcement.Needs;
using Relais.Reinforcement.Offers;

namespace Relais.Reinforcement;

/// <summary>Who may open what this room serves.</summary>
internal static class ReinforcementAccess
{
    public static void Declare(AccessRules access)
    {
        access.Page("/offres/{token}", Who.LinkHolder);
        access.Post("/offres/{token}/vue", Who.LinkHolder);

        access.Get("/etablissements/{finess}", ThoseOfFacility.Or(Who.Has(Role.Coordinator).Over(ResourceOf.Facility("finess"))));
        access.Page("/etablissements/{finess}/besoins/nouveau", ThoseOfFacility);
        access.Page("/etablissements/{finess}/modeles", ThoseOfFacility);
        access.Page("/etablissements/{finess}/modeles/nouveau", ThoseOfFacility);

        access.Get("/mes-demandes", Who.Has(Role.Volunteer));
        access.Get("/besoins", Who.Has(Role.Coordinator, Role.NationalCrisisCentre));
        access.Page("/besoins/{id:guid}", ThoseOfNeed);
        access.Get("/besoins/{id:guid}/flux", ThoseOfNeed);
        access.Page("/besoins/{id:guid}/apercu", ThoseOfNeed);
        access.Page("/besoins/{id:guid}/modifier", ThoseOfNeed);

        access.Post("/api/v1/needs", Who.Has(Role.FacilityManager));
        access.Get("/api/v1/needs", Who.Has(Role.FacilityManager));
        access.Get("/api/v1/needs/{id:guid}", ThoseOfNeed);
        access.Get("/api/v1/needs/{id:guid}/preview", ThoseOfNeed);
        access.Post("/api/v1/needs/{id:guid}/publish", ThoseOfNeed);
        access.Post("/api/v1/needs/{id:guid}/close", ThoseOfNeed);
        access.Post("/api/v1/needs/{id:guid}/cancel", ThoseOfNeed);

        access.Get("/api/v1/offers", Who.SignedIn);
        access.Post("/api/v1/offers/{id:guid}/answer", Who.Has(Role.Volunteer).Over<OfferOfRoute>()).Hidden();
    }

    /// <summary>Those who answer for the establishment, and those who answer for the territory in which it lies.</summary>
    private static Who.Holders ThoseOfNeed => Who.Has(Role.FacilityManager, Role.Coordinator).Over<NeedOfRoute>();

    private static Who.Holders ThoseOfFacility => Who.Has(Role.FacilityManager).Over(ResourceOf.Facility("finess"));
}
