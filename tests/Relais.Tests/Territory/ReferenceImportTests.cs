using System.Diagnostics;
using Microsoft.EntityFrameworkCore;
using Relais.Kernel.Data;
using Relais.Territory.Communes;
using Relais.Territory.Contracts;
using Relais.Territory.Territories;
using Relais.Tests.Infrastructure;

namespace Relais.Tests.Territory;

public sealed class ReferenceImportTests(PostgresServer postgres, ITestOutputHelper output)
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Theory, OnEveryEngine]
    public async Task All_of_France_is_taken_in_at_the_first_start(Engine engine)
    {
        await using var installation = await Installation.CreateAsync(engine, postgres);
        var watch = Stopwatch.StartNew();
        var node = installation.AddNode();
        _ = node.Services;
        output.WriteLine($"{engine}: first start with all of France in {watch.Elapsed.TotalSeconds:0.0} s");

        var counts = await node.WithDbAsync(async db => new
        {
            Communes = await db.Set<ReferenceCommune>().CountAsync(Cancellation),
            Epci = await db.Set<TerritoryVersion>().CountAsync(version => version.Kind == TerritoryKind.Epci, Cancellation),
            Departments = await db.Set<TerritoryVersion>().CountAsync(version => version.Kind == TerritoryKind.Department, Cancellation),
            Regions = await db.Set<TerritoryVersion>().CountAsync(version => version.Kind == TerritoryKind.Region, Cancellation),
            InAnEpci = await db.Set<ReferencePopulation>().CountAsync(population => population.Count == PopulationCount.EpciMunicipal, Cancellation),
        });

        // COG and list of EPCI 2026, @etalab/decoupage-administratif 6.0.0; overseas collectivities count as both region and department.
        Assert.Equal(new { Communes = 34_969, Epci = 1_255, Departments = 109, Regions = 26, InAnEpci = 34_871 }, counts);
    }
}
