using System.Diagnostics;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Relais.Kernel.Data;
using Relais.Kernel.Identifiers;
using Relais.Territory.Communes;
using Relais.Territory.Contracts;
using Relais.Territory.Reference;
using Relais.Territory.Territories;
using Relais.Tests.Infrastructure;

namespace Relais.Tests.Territory;

public sealed class ReferenceImportTests(PostgresServer postgres, ITestOutputHelper output)
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Theory, OnEveryEngine]
    public async Task All_of_France_is_taken_in_at_the_first_start_by_one_of_the_nodes(Engine engine)
    {
        await using var installation = await Installation.CreateEmptyAsync(engine, postgres);
        var (left, right) = (installation.AddNode(), installation.AddNode());

        var watch = Stopwatch.StartNew();
        await Task.WhenAll(Task.Run(() => left.Services, Cancellation), Task.Run(() => right.Services, Cancellation));
        output.WriteLine($"{engine}: two nodes start at once on an empty database in {watch.Elapsed.TotalSeconds:0.0} s");

        // COG and list of EPCI 2026, @etalab/decoupage-administratif 6.0.0. Overseas collectivities are regions and departments.
        Assert.Equal(34_969, await CountAsync<ReferenceCommune>(left));
        Assert.Equal(34_871, await CountAsync<ReferencePopulation>(left, population => population.Count == PopulationCount.EpciMunicipal));
        Assert.Equal(34_963, await CountAsync<ReferencePopulation>(left, population => population.Count == PopulationCount.Reference));
        Assert.Equal(1_255, await CountAsync<TerritoryVersion>(left, version => version.Kind == TerritoryKind.Epci));
        Assert.Equal(109, await CountAsync<TerritoryVersion>(left, version => version.Kind == TerritoryKind.Department));
        Assert.Equal(26, await CountAsync<TerritoryVersion>(left, version => version.Kind == TerritoryKind.Region));
        Assert.Equal(1, await left.WithDbAsync(db => db.Database.SqlQuery<int>($"SELECT 1 AS \"Value\" FROM reference_import").CountAsync(Cancellation)));
    }

    [Theory, OnEveryEngine]
    public async Task The_same_data_are_taken_in_once(Engine engine)
    {
        await using var installation = await Installation.CreateAsync(engine, postgres);
        await using var scope = installation.AddNode().Services.CreateAsyncScope();

        Assert.False(await scope.ServiceProvider.GetRequiredService<ReferenceImport>().RunAsync(Cancellation));
    }

    [Theory, OnEveryEngine]
    public async Task A_later_vintage_gives_a_new_version_to_the_territories_that_changed_and_to_no_other(Engine engine)
    {
        await using var installation = await Installation.CreateAsync(engine, postgres);
        await using var scope = installation.AddNode().Services.CreateAsyncScope();
        var territories = scope.ServiceProvider.GetRequiredService<ITerritories>();
        var (poher, montsDArree) = (TerritoryCode.Stored("242900744"), TerritoryCode.Stored("200067197"));
        var brennilis = CommuneCode.Stored("29018");

        await scope.ServiceProvider.GetRequiredService<ReferenceImport>().RunAsync("next-year", () => NextYear(France.Read()), Cancellation);

        Assert.False(await territories.ContainsAsync(montsDArree, brennilis, Cancellation, new DateOnly(2027, 1, 1)));
        Assert.True(await territories.ContainsAsync(montsDArree, brennilis, Cancellation, new DateOnly(2026, 12, 31)));
        Assert.True(await territories.ContainsAsync(montsDArree, brennilis, Cancellation, new DateOnly(2020, 1, 1)));
        Assert.True(await territories.ContainsAsync(poher, brennilis, Cancellation, new DateOnly(2027, 1, 1)));
        Assert.Equal(new DateOnly(2026, 1, 1), (await territories.FindAsync(TerritoryCode.OfRegion("53"), Cancellation, new DateOnly(2027, 6, 1)))!.ValidFrom);
        Assert.Null(await territories.FindAsync(TerritoryCode.Stored("200000172"), Cancellation, new DateOnly(2027, 6, 1)));
        Assert.NotNull(await territories.FindAsync(TerritoryCode.Stored("200000172"), Cancellation, new DateOnly(2026, 6, 1)));
    }

    [Theory, OnEveryEngine]
    public async Task Two_versions_of_a_territory_never_hold_on_the_same_day(Engine engine)
    {
        await using var installation = await Installation.CreateAsync(engine, postgres);
        var node = installation.AddNode();
        static TerritoryVersion Version(int from, int? to) => new()
        {
            Code = TerritoryCode.Stored("CPTS-ESSAI"),
            Kind = TerritoryKind.Network,
            Name = "CPTS d’essai",
            ValidFrom = new DateOnly(from, 1, 1),
            ValidTo = to is { } end ? new DateOnly(end, 1, 1) : null,
            Source = "invented",
        };

        await AddAsync(node, Version(2024, 2025), Version(2025, null));

        var refusal = await Assert.ThrowsAsync<DbUpdateException>(() => AddAsync(node, Version(2023, 2026)));
        Assert.True(refusal.RefusedBy("territory_versions_never_overlap"));
    }

    /// <summary>Brennilis moves to the neighbouring EPCI and the first EPCI of the list is dissolved.</summary>
    private static France NextYear(France france)
    {
        var brennilis = france.Epci.Single(epci => epci.Code == "200067197").Members.Single(member => member.Code == "29018");
        return france with
        {
            DivisionVersion = "7.0.0",
            Epci =
            [
                .. france.Epci.Where(epci => epci.Code != "200000172").Select(epci => epci.Code switch
                {
                    "200067197" => epci with { Members = [.. epci.Members.Where(member => member.Code != "29018")] },
                    "242900744" => epci with { Members = [.. epci.Members, brennilis] },
                    _ => epci,
                }),
            ],
        };
    }

    private static Task<int> AddAsync(Node node, params TerritoryVersion[] versions) => node.WithDbAsync(db =>
    {
        db.AddRange(versions);
        return db.SaveChangesAsync(Cancellation);
    });

    private static Task<int> CountAsync<T>(Node node, System.Linq.Expressions.Expression<Func<T, bool>>? which = null)
        where T : class => node.WithDbAsync(db => which is null ? db.Set<T>().CountAsync(Cancellation) : db.Set<T>().CountAsync(which, Cancellation));
}
