using Relais.Accounts.Contracts;
using Relais.Territory.Differences;
using Relais.Territory.Drawing;
using Relais.Territory.Territories;

namespace Relais.Territory;

/// <summary>Who may open what this room serves.</summary>
internal static class TerritoryAccess
{
    public static void Declare(AccessRules access)
    {
        access.Get("/territoires", Who.Anyone);
        access.Get("/territoires/solidarite", Who.Anyone);
        access.Get("/territoires/{code}", Who.Anyone).Example("code", "245614417");
        access.Page(SaveModel.Address, Who.Has(DrawingDesk.Drawers));
        access.Get(VersionsModel.Route, Who.Anyone).Example("code", "245614417");
        access.Post(VersionsModel.Route, Who.Has(DrawingDesk.Drawers)).Example("code", "245614417");
        access.Page("/etablissements/demande", Who.Anyone);
        access.Page(DifferencesModel.Address, Who.Has(DifferenceDesk.Deciders));
        access.Post("/api/v1/facilities", Who.Has(Role.Coordinator, Role.Administrator));
        access.Get(PopulationApi.Route, Who.Anyone).Example("codes", "245614417+200067197");
    }
}
