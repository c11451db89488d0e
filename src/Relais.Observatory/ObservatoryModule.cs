using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Relais.Accounts.Contracts;
using Relais.Design.Navigation;
using Relais.Kernel;
using Relais.Kernel.Jobs;
using Relais.Kernel.Modules;
using Relais.Observatory.Accessibility;
using Relais.Observatory.Administration;
using Relais.Observatory.Communes;
using Relais.Observatory.Composing;
using Relais.Observatory.Contours;
using Relais.Observatory.Contracts;
using Relais.Observatory.Datasets;
using Relais.Observatory.Demonstration;
using Relais.Observatory.Evolution;
using Relais.Observatory.Indicators;
using Relais.Observatory.Maps;
using Relais.Observatory.Meshes;
using Relais.Observatory.Methods;
using Relais.Observatory.Neighbours;
using Relais.Observatory.Needs;
using Relais.Observatory.Overview;
using Relais.Observatory.Points;
using Relais.Observatory.Professions;
using Relais.Observatory.Published;
using Relais.Observatory.Ranges;
using Relais.Observatory.Selection;
using Relais.Observatory.Statistics;
using Relais.Observatory.Supervisors;
using Relais.Observatory.Supply;
using Relais.Observatory.Travel;
using Relais.Observatory.Vulnerability;
using Relais.Observatory.WhatIf;
using Relais.Observatory.ZoneRules;
using Relais.Observatory.Zonings;
using Relais.Territory.Contracts;

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
        services.AddScoped<IDatasetShape, PublishedAplShape>();
        services.AddScoped<IDatasetShape, ZoningShape>();
        services.AddScoped<IDatasetShape>(_ => new TimesShape(DatasetKind.TravelTimes));
        services.AddScoped<IDatasetShape>(_ => new TimesShape(DatasetKind.NeighbourTimes));
        services.AddScoped<IDatasetShape, ContoursShape>();
        services.AddScoped<IDatasetShape, PointsShape>();
        services.AddScoped<IDatasetShape, StatisticShape>();
        services.AddSingleton<StatisticBook.Kept>();
        services.AddScoped<StatisticBook>();
        services.AddScoped<IDatasetShape, MeshShape>();
        services.AddScoped<IDatasetShape, ZoningCapsShape>();
        services.AddScoped<IPointSource, PointBook>();
        services.AddSingleton<WaterBook.Kept>();
        services.AddScoped<WaterBook>();
        services.AddSingleton<TimesBook.Kept>();
        services.AddScoped<TimesBook>();
        services.AddSingleton<ContourBook.Kept>();
        services.AddScoped<ContourBook>();
        services.AddSingleton<PublishedBook.Kept>();
        services.AddScoped<PublishedBook>();
        services.AddScoped<PublishedDepartures>();
        services.AddSingleton<MeshBook.Kept>();
        services.AddScoped<MeshBook>();
        services.AddScoped<CapBook>();
        services.AddSingleton<AccessUnder65.Kept>();
        services.AddScoped<AccessUnder65>();
        services.AddSingleton<ZoningTrial.Kept>();
        services.AddScoped<ZoningTrial>();
        services.AddSingleton<ZoningBook.Kept>();
        services.AddScoped<ZoningBook>();
        services.AddSingleton<AccessibilityBook.Kept>();
        services.AddSingleton<TriedMethods>();
        services.AddScoped<AccessibilityBook>();
        services.AddScoped<IPlaceVulnerability, AccessVulnerability>();
        services.AddSingleton<SupplyBook.Kept>();
        services.AddScoped<SupplyBook>();
        services.AddSingleton<MapBook.Kept>();
        services.AddScoped<MapBook>();
        services.AddSingleton<NeighbourBook.Kept>();
        services.AddScoped<NeighbourBook>();
        services.AddScoped<NeighbourTerritories>();
        services.AddSingleton<ComposingMaps.Kept>();
        services.AddScoped<ComposingMaps>();
        services.AddScoped<Composition>();
        services.AddSingleton<RangeBook.Kept>();
        services.AddScoped<RangeBook>();
        services.AddRecurringJob<ComputeRanges, ComputeRanges.Handler>(TimeSpan.FromDays(1));
        services.AddScoped<ScenarioTrial>();
        services.AddScoped<CommuneReader>();
        services.AddScoped<CommuneSentences>();
        services.AddScoped<TerritoryChoice>();
        services.AddScoped<MeasureBook>();
        services.AddScoped(provider => new Lazy<MeasureBook>(provider.GetRequiredService<MeasureBook>));
        services.AddScoped<VulnerabilityBook>();
        AddMeasures(services);
        services.AddDemonstration<SupplyDemonstration>();
        services.AddDemonstration<StatisticDemonstration>();
        services.AddDemonstration<ZoningDemonstration>();
        services.AddNavigation("Observatoire", OverviewModel.Address, 50);
        services.AddNavigation("Données de l’observatoire", DatasetsModel.Address, 92);
        services.AddAccess(ObservatoryAccess.Declare);
    }

    public override void MapEndpoints(IEndpointRouteBuilder endpoints)
    {
        endpoints.MapAccessInputs();
        endpoints.MapWhatIfApi();
        endpoints.MapIndicatorApi();
        endpoints.MapEvolutionApi();
    }

    private static void AddMeasures(IServiceCollection services)
    {
        services.AddScoped<IMeasure, PopulationMeasure>();
        services.AddScoped<IMeasure, SupervisorCountMeasure>();
        services.AddScoped<IMeasure, SupervisorShareMeasure>();
        services.AddScoped<NeedBook>();
        services.AddScoped<IMeasure, FilledNeedsMeasure>();
        services.AddScoped<IMeasure, OpenNeedsMeasure>();
        services.AddScoped<IMeasure, VulnerabilityMeasure>();
        services.AddScoped<IMeasure, PublishedTo65Measure>();
        services.AddScoped<IMeasure, PublishedReliefMeasure>();
        services.AddScoped<IMeasure, ReliefMeasure>();
        foreach (var profession in Enum.GetValues<CareProfession>())
        {
            services.AddScoped<IMeasure>(provider => ActivatorUtilities.CreateInstance<AplMeasure>(provider, profession));
            services.AddScoped<IMeasure>(provider => ActivatorUtilities.CreateInstance<PublishedAplMeasure>(provider, profession));
            services.AddScoped<IMeasure>(provider => ActivatorUtilities.CreateInstance<DensityMeasure>(provider, profession));
            foreach (var age in AgeShareMeasure.Ages)
            {
                services.AddScoped<IMeasure>(provider => ActivatorUtilities.CreateInstance<AgeShareMeasure>(provider, profession, age));
            }
        }

        foreach (var column in StatisticColumns.All)
        {
            services.AddScoped<IMeasure>(provider => ActivatorUtilities.CreateInstance<StatisticMeasure>(provider, column));
        }

        foreach (var year in StatisticColumns.Horizons)
        {
            services.AddScoped<IMeasure>(provider => ActivatorUtilities.CreateInstance<ProjectedChangeMeasure>(provider, year));
        }
    }
}
