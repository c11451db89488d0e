using Relais.Accounts.Contracts;
using Relais.Observatory.Accessibility;
using Relais.Observatory.Administration;
using Relais.Observatory.Communes;
using Relais.Observatory.Composing;
using Relais.Observatory.Evolution;
using Relais.Observatory.Overview;
using Relais.Observatory.Siting;
using Relais.Observatory.Vulnerability;
using Relais.Observatory.WhatIf;
using Relais.Observatory.ZoneRules;

namespace Relais.Observatory;

/// <summary>Who may open what this room serves.</summary>
internal static class ObservatoryAccess
{
    public static void Declare(AccessRules access)
    {
        access.Get(OverviewModel.Address, Who.Anyone);
        access.Get(ComposeModel.Address, Who.Anyone);
        access.Get(AccessInputsRoute.Route, Who.Anyone);
        access.Get(WhatIfModel.Address, Who.Anyone);
        access.Get(SitesModel.Address, Who.Anyone);
        access.Get(VulnerabilityModel.Address, Who.Anyone);
        access.Get(ZoningModel.Address, Who.Anyone);
        access.Get(WhatIfApi.Route, Who.Anyone);
        access.Get(EvolutionModel.Address, Who.Anyone);
        access.Get(EvolutionApi.Route, Who.Anyone).Example("indicator", "densite-medecins-generalistes");
        access.Get(IndicatorApi.Route, Who.Anyone).Example("indicator", "population");
        access.Get(CommuneModel.Address, Who.Anyone).Example("code", "56066");
        access.Page(DatasetsModel.Address, Who.Has(Role.Administrator));
    }
}
