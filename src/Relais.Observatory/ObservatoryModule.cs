using Microsoft.Extensions.DependencyInjection;
using Relais.Accounts.Contracts;
using Relais.Design.Navigation;
using Relais.Kernel;
using Relais.Kernel.Modules;
using Relais.Observatory.Administration;
using Relais.Observatory.Contracts;
using Relais.Observatory.Datasets;
using Relais.Observatory.Demonstration;
using Relais.Observatory.Indicators;
using Relais.Observatory.Overview;
using Relais.Observatory.Professions;
using Relais.Observatory.Selection;
using Relais.Observatory.Supply;

namespace Relais.Observatory;

/// <summary>Who lacks care, where, how sure are we, and what would change it.</summary>
public sealed class ObservatoryModule : Module
{
    public override string Key => "observatory";

    public override void AddServices(IServiceCollection services)
    {
        services.AddScoped<DatasetShelf>();
        services.AddScoped<IDatasetImport, DatasetImport>();
        services.AddScoped<IDatasetShape, SupplyShape>();
        services.AddSingleton<SupplyBook.Kept>();
        services.AddScoped<SupplyBook>();
        services.AddScoped<TerritoryChoice>();
        services.AddScoped<MeasureBook>();
        AddMeasures(services);
        services.AddDemonstration<SupplyDemonstration>();
        services.AddNavigation("Observatoire", OverviewModel.Address, 50);
        services.AddNavigation("Données de l’observatoire", DatasetsModel.Address, 92);
        services.AddAccess(ObservatoryAccess.Declare);
    }

    private static void AddMeasures(IServiceCollection services)
    {
        services.AddScoped<IMeasure, PopulationMeasure>();
        foreach (var profession in Enum.GetValues<CareProfession>())
        {
            services.AddScoped<IMeasure>(provider => ActivatorUtilities.CreateInstance<DensityMeasure>(provider, profession));
            services.AddScoped<IMeasure>(provider => ActivatorUtilities.CreateInstance<AgeShareMeasure>(provider, profession));
        }
    }
}
