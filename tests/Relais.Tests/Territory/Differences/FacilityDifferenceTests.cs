using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Relais.Kernel.Data;
using Relais.Kernel.Time;
using Relais.Registers.Contracts;
using Relais.Territory.Differences;
using Relais.Tests.Infrastructure;
using static Relais.Tests.Territory.Differences.RegisterOfTheTest;

namespace Relais.Tests.Territory.Differences;

/// <summary>What the night finds when it compares establishments with the register.</summary>
public sealed class FacilityDifferenceTests(PostgresServer postgres)
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Theory, OnEveryEngine]
    public async Task What_the_register_says_otherwise_is_flagged_and_nothing_changes(Engine engine)
    {
        await using var installation = await Installation.CreateAsync(engine, postgres);
        var node = installation.AddNode();
        await node.AddFacilitiesAsync();
        var before = await node.KnownAsync(Hospital);

        await node.SaysAsync(
            1,
            "290000017;290000025;HOPITAL DE CARHAIX;106;29232;1;R;DES LILAS;",
            "290020700;;EHPAD DES AJONCS;500;29024;4;AV;DE BREST;2026-03-01",
            ElsewhereLine);

        var found = (await node.ReadAsync<FacilityDifference>(_ => true)).ToDictionary(difference => difference.Number);
        Assert.Equal(2, found.Count);
        Assert.Equal([Fact.Name, Fact.Commune, Fact.Category, Fact.Entity], found[Hospital].Facts);
        Assert.Equal((Fact.Presence, true, new DateOnly(2026, 3, 1)), (Assert.Single(found[NursingHome].Facts), found[NursingHome].IsOver, found[NursingHome].Theirs.Since));
        Assert.Equal(before, await node.KnownAsync(Hospital));
    }

    [Theory, OnEveryEngine]
    public async Task Case_accents_and_abbreviations_are_no_difference(Engine engine)
    {
        await using var installation = await Installation.CreateAsync(engine, postgres);
        var node = installation.AddNode();
        await node.AddFacilitiesAsync();

        await node.SaysAsync(1, HospitalLine.ToUpperInvariant(), "290020700;;EHPAD DES AJONCS;500;29024;;;;", ElsewhereLine);

        Assert.Empty(await node.ReadAsync<FacilityDifference>(_ => true));
    }

    [Theory, OnEveryEngine]
    public async Task Comparing_again_and_on_two_nodes_at_once_flags_once(Engine engine)
    {
        await using var installation = await Installation.CreateAsync(engine, postgres);
        var nodes = installation.AddTwoNodes();
        await nodes[0].AddFacilitiesAsync();
        await nodes[0].SaysAsync(1, HospitalLine.Replace("355", "106", StringComparison.Ordinal), NursingHomeLine, ElsewhereLine);
        var first = Assert.Single(await nodes[0].ReadAsync<FacilityDifference>(_ => true));

        await nodes[0].SqlAsync($"DELETE FROM facility_difference");
        await Task.WhenAll(Enumerable.Range(0, 8).Select(turn => Task.Run(() => nodes[turn % 2].CompareAsync(), Stop)));

        var again = Assert.Single(await nodes[1].ReadAsync<FacilityDifference>(_ => true));
        Assert.Equal((first.Number, first.Theirs, 1), (again.Number, again.Theirs, again.Revision));
    }

    [Theory, OnEveryEngine]
    public async Task One_missing_from_an_extract_is_flagged_after_the_delay_only(Engine engine)
    {
        var clock = new SettableClock();
        await using var installation = await Installation.CreateAsync(engine, postgres);
        var node = installation.AddNode(services => services.Replace(ServiceDescriptor.Singleton<TimeProvider>(clock)));
        await node.AddFacilitiesAsync();
        await node.SaysAsync(1, HospitalLine, NursingHomeLine, ElsewhereLine);
        await node.SaysAsync(2, HospitalLine, ElsewhereLine);
        Assert.Empty(await node.ReadAsync<FacilityDifference>(_ => true));

        clock.Set(DateTimeOffset.UtcNow.AddDays(70));
        await node.CompareAsync();

        var missing = Assert.Single(await node.ReadAsync<FacilityDifference>(_ => true));
        Assert.Equal((NursingHome, Presence.Absent, DateOnly.FromDateTime(DateTime.UtcNow).AddDays(2)), (missing.Number, missing.Theirs.Presence, missing.Theirs.Since));
    }

    [Theory, OnEveryEngine]
    public async Task One_that_the_register_never_had_is_flagged_unless_it_is_newer_than_the_extract_or_holds_others(Engine engine)
    {
        await using var installation = await Installation.CreateAsync(engine, postgres);
        var node = installation.AddNode();
        await node.AddFacilitiesAsync();

        await node.SaysAsync(-1, "290099993;290000017;SITE;355;29024;;;;");
        Assert.Empty(await node.ReadAsync<FacilityDifference>(_ => true));

        await node.SaysAsync(1, "290099993;290000017;SITE;355;29024;;;;", ElsewhereLine);
        Assert.Equal(NursingHome, Assert.Single(await node.ReadAsync<FacilityDifference>(_ => true)).Number);
    }

    [Theory, OnEveryEngine]
    public async Task What_the_register_says_right_again_is_forgotten_and_the_page_of_registers_counts_the_rest(Engine engine)
    {
        await using var installation = await Installation.CreateAsync(engine, postgres);
        var node = installation.AddNode();
        await node.AddFacilitiesAsync();
        await node.SaysAsync(1, HospitalLine.Replace("355", "106", StringComparison.Ordinal), NursingHomeLine.Replace("500", "501", StringComparison.Ordinal), ElsewhereLine);
        await node.SaysAsync(2, HospitalLine, NursingHomeLine.Replace("500", "501", StringComparison.Ordinal), ElsewhereLine);

        Assert.Equal(NursingHome, Assert.Single(await node.ReadAsync<FacilityDifference>(_ => true)).Number);
        var administrator = await node.SignInAsync((Relais.Accounts.Contracts.Role.Administrator, Relais.Accounts.Contracts.Scope.National));
        var link = (await administrator.Browser.GetPageAsync("/administration/registres")).QuerySelector("main a[href='/etablissements/ecarts']")!;
        Assert.Equal("1 écart", link.TextContent);
    }

    [Theory, OnEveryEngine]
    public async Task Without_an_extract_nothing_is_compared(Engine engine)
    {
        await using var installation = await Installation.CreateAsync(engine, postgres);
        var node = installation.AddNode();
        await node.AddFacilitiesAsync();

        await node.CompareAsync();

        Assert.Null(await node.WithAsync<IRegisters, RegisterStanding?>(registers => registers.StandingAsync(RegisterKind.Finess, Stop)));
        Assert.Empty(await node.ReadAsync<FacilityDifference>(_ => true));
    }
}
