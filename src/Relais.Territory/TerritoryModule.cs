using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Relais.Accounts.Contracts;
using Relais.Design.Navigation;
using Relais.Kernel.PersonalData;
using Relais.Kernel;
using Relais.Kernel.Jobs;
using Relais.Kernel.Modules;
using Relais.Kernel.Search;
using Relais.Registers.Contracts;
using Relais.Territory.Claims;
using Relais.Territory.Communes;
using Relais.Territory.Contracts;
using Relais.Territory.Differences;
using Relais.Territory.Drawing;
using Relais.Territory.Facilities;
using Relais.Territory.Reference;
using Relais.Territory.Sets;
using Relais.Territory.Territories;

namespace Relais.Territory;

public sealed class TerritoryModule : Module
{
    public override string Key => "territory";

    public override void AddServices(IServiceCollection services)
    {
        services.AddPersonalTables(TerritoryTables.All);
        services.AddSingleton<CommuneCache>();
        services.AddSingleton<ICommunes>(provider => provider.GetRequiredService<CommuneCache>());
        services.AddScoped<ReferenceImport>();
        services.AddScoped<TerritoryVersions>();
        services.AddScoped<PopulationBook>();
        services.AddScoped<TerritoryDrawing>();
        services.AddScoped<FreeCodes>();
        services.AddScoped<DrawingDesk>();
        services.AddScoped<VersionHistory>();
        services.AddScoped<ITerritories, TerritoryBook>();
        services.AddScoped<ITerritorySets, TerritorySets>();
        services.AddScoped<IFacilities, FacilityDirectory>();
        services.AddScoped<FacilityClaims>();
        services.AddScoped<EstablishmentsInRegister>();
        services.AddScoped<IVerificationHandler, FacilityClaimHandler>();
        services.AddScoped<IScopeResolver, PlaceScopes>();
        services.AddDoors<TerritoryDoor>();
        services.AddScoped<ISearchSource, TerritorySearch>();
        services.AddScoped<ISearchSource, CommuneSearch>();
        services.AddScoped<DifferenceDesk>();
        services.AddScoped<DifferenceView>();
        services.AddScoped<IRegisterWatch, CompareFacilities.Handler>();
        services.AddRecurringJob<CompareFacilities, CompareFacilities.Handler>(TimeSpan.FromDays(1));
        services.AddDoors<DifferenceDoor>();
        services.AddDemonstration<FacilityDemonstration>();
        services.AddDemonstration<DifferenceDemonstration>();
        services.AddDemonstration<ClaimDemonstration>();
        services.AddAccess(TerritoryAccess.Declare);
    }

    public override void MapEndpoints(IEndpointRouteBuilder endpoints)
    {
        endpoints.MapFacilitiesApi();
        endpoints.MapPopulationApi();
    }

    public override Task PrepareAsync(IServiceProvider services, CancellationToken cancellation) =>
        services.GetRequiredService<ReferenceImport>().RunAsync(cancellation);
}
