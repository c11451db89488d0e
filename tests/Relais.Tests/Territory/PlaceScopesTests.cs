using Microsoft.Extensions.DependencyInjection;
using Relais.Accounts.Contracts;
using Relais.Kernel.Data;
using Relais.Kernel.Identifiers;
using Relais.Territory.Contracts;
using Relais.Tests.Infrastructure;

namespace Relais.Tests.Territory;

public sealed class PlaceScopesTests(PostgresServer postgres)
{
    private const string RoiMorvan = "245614417";

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Theory, OnEveryEngine]
    public async Task Rights_are_told_what_lies_in_a_territory(Engine engine)
    {
        await using var installation = await Installation.CreateAsync(engine, postgres);
        await using var scope = installation.AddNode().Services.CreateAsyncScope();
        var places = scope.ServiceProvider.GetRequiredService<IScopeResolver>();

        Assert.True(await places.CommuneLiesInAsync("56066", "REG-53", Cancellation));
        Assert.True(await places.CommuneLiesInAsync("56066", RoiMorvan, Cancellation));
        Assert.False(await places.CommuneLiesInAsync("56066", "DEP-29", Cancellation));
        Assert.False(await places.CommuneLiesInAsync("56066", "DEP-53", Cancellation));
        Assert.True(await places.TerritoryLiesInAsync(RoiMorvan, "REG-53", Cancellation));
        Assert.False(await places.TerritoryLiesInAsync("REG-53", RoiMorvan, Cancellation));
        Assert.False(await places.TerritoryLiesInAsync("NOWHERE", "REG-53", Cancellation));
        Assert.Equal(21, (await places.CommunesOfAsync([new Scope.Territory(RoiMorvan), Scope.National], Cancellation)).Count);
        Assert.Empty(await places.CommunesOfAsync([Scope.National], Cancellation));
        Assert.Equal("CC Roi Morvan Communauté", await places.NameOfTerritoryAsync(RoiMorvan, Cancellation));
        Assert.Null(await places.NameOfTerritoryAsync("NOWHERE", Cancellation));
    }

    [Theory, OnEveryEngine]
    public async Task A_site_lies_where_its_commune_is_and_belongs_to_its_entity(Engine engine)
    {
        await using var installation = await Installation.CreateAsync(engine, postgres);
        await using var scope = installation.AddNode().Services.CreateAsyncScope();
        var places = scope.ServiceProvider.GetRequiredService<IScopeResolver>();

        // Numbers whose keys are right; the establishment is invented.
        var (site, entity) = (Finess.Parse("290000017").Value!, Finess.Parse("350005179").Value!);
        scope.ServiceProvider.GetRequiredService<IFacilities>().Record(
            new NewFacility(site, entity, "Centre de santé d’essai", CommuneCode.Stored("29018"), "124", Address: null, Phone: null, "test"));
        await scope.ServiceProvider.GetRequiredService<RelaisDb>().SaveChangesAsync(Cancellation);

        Assert.True(await places.FacilityLiesInAsync(site.Value, "200067197", Cancellation));
        Assert.False(await places.FacilityLiesInAsync(site.Value, RoiMorvan, Cancellation));
        Assert.False(await places.FacilityLiesInAsync("970211207", "REG-53", Cancellation));
        Assert.True(await places.IsSiteOfAsync(site.Value, entity.Value, Cancellation));
        Assert.False(await places.IsSiteOfAsync(entity.Value, site.Value, Cancellation));
        Assert.Equal("Centre de santé d’essai", await places.NameOfFacilityAsync(site.Value, Cancellation));
    }
}
