using Relais.Kernel.Data;
using Relais.Observatory.Contracts;
using Relais.Tests.Infrastructure;

namespace Relais.Tests.Observatory;

public sealed class ZoningImportTests(PostgresServer postgres)
{
    public static readonly TheoryData<Engine> BothEngines = [Engine.Sqlite, Engine.Postgres];

    [Theory, MemberData(nameof(BothEngines))]
    public async Task Red_zones_by_intercommunality_stand_beside_the_zones_of_the_profession_and_each_says_what_was_before(Engine engine)
    {
        await using var installation = await Installation.CreateAsync(engine, postgres);
        var node = installation.AddNode();
        var client = node.CreateClient();
        await node.ImportAsync(DatasetKind.Zoning, "com_code,zmed_niveau,zmed_date_arrete\n56066,2_ZAC,17/12/2020\n56100,1_ZIP,17/12/2020\n", "2021");
        var latest = await node.ImportAsync(DatasetKind.Zoning, "com_code,zmed_niveau,zmed_date_arrete\n56066,1_ZIP,04/12/2023\n56100,NC,\n", "2024");
        var red = await node.ImportAsync(DatasetKind.Zoning, "epci;nom\n245614417;Roi Morvan Communauté\n999999999;nulle part\n", "2025-06-27", file => file with { SkipsBadLines = true });

        var gourin = (await client.GetPageAsync("/observatoire/communes/56066")).Flat();
        var lanvenegen = (await client.GetPageAsync("/observatoire/communes/56105")).Flat();
        var left = (await client.GetPageAsync("/observatoire/communes/56100")).Flat();
        await node.UndoAsync(latest.Dataset!.Value);
        var undone = (await client.GetPageAsync("/observatoire/communes/56066")).Flat();

        Assert.Equal((2L, 21L, 1L), (red.Lines, red.Kept, red.Rejected));
        Assert.Contains("en zone « ZIP », par un arrêté du lundi 4 décembre 2023. Avant (2021) : « ZAC ».", gourin, StringComparison.Ordinal);
        Assert.Contains("« Zones rouges de la solidarité territoriale » : la commune y est en « zone rouge ».", gourin, StringComparison.Ordinal);
        Assert.Contains("la commune y est en « zone rouge ».", lanvenegen, StringComparison.Ordinal);
        Assert.Contains("la commune n’est plus dans aucune zone. Avant (2021) : « ZIP ».", left, StringComparison.Ordinal);
        Assert.Contains("en zone « ZAC », par un arrêté du", undone, StringComparison.Ordinal);
        Assert.DoesNotContain("Avant (", undone, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_list_that_is_silent_about_a_department_takes_nobody_out_of_its_zone_and_a_named_list_does()
    {
        await using var installation = await Installation.CreateAsync(Engine.Sqlite, postgres);
        var node = installation.AddNode();
        await node.ImportAsync(DatasetKind.Zoning, "commune,zone\n56066,ZIP\n29018,ZIP\n", "2023");
        await node.ImportAsync(DatasetKind.Zoning, "commune,zone\n29018,ZAC\n", "2024");
        await node.ImportAsync(DatasetKind.Zoning, "epci,zone,zoning\n245614417,oui,Liste d’essai\n", "2023");
        await node.ImportAsync(DatasetKind.Zoning, "epci,zone,zoning\n200067197,oui,Liste d’essai\n", "2024");

        var gourin = (await node.CreateClient().GetPageAsync("/observatoire/communes/56066")).Flat();

        Assert.Contains("en zone « ZIP ».", gourin, StringComparison.Ordinal);
        Assert.DoesNotContain("dans aucune zone", gourin, StringComparison.Ordinal);
        Assert.Contains("« Liste d’essai » : la commune n’y est plus. Avant (2023) : « oui ».", gourin, StringComparison.Ordinal);
    }

    [Theory, MemberData(nameof(BothEngines))]
    public async Task A_mesh_is_taken_in_whole_with_its_bad_lines_told_and_undone(Engine engine)
    {
        await using var installation = await Installation.CreateAsync(engine, postgres);
        var node = installation.AddNode();

        // Croixanvec (56049) is part of Saint-Gérand-Croixanvec (56213) since 2022: the code that remains decides.
        const string Mesh = "code,tvs,tvs_name\n56066,53x56066,Gourin\n56049,53x22136,Loudéac\n56213,53x56178,Pontivy\n";
        var rehearsal = await node.ImportAsync(DatasetKind.Mesh, Mesh, with: file => file with { IsRehearsal = true });
        var report = await node.ImportAsync(DatasetKind.Mesh, Mesh);
        var bad = await node.ImportAsync(DatasetKind.Mesh, "com_code;tvs_lib\n56066;\n56999;Gourin\n29018;Huelgoat\n29018;Carhaix\n");

        Assert.Equal((null, 3L, 2L), (rehearsal.Dataset, rehearsal.Lines, rehearsal.Kept));
        Assert.Equal((3L, 2L), (report.Lines, report.Kept));
        Assert.Equal(DatasetRefusal.BadLines, bad.Refusal);
        Assert.Equal([2, 3, 5], bad.FirstRejected.Select(line => line.Line));
        Assert.Equal(DatasetRefusal.WrongShape, (await node.ImportAsync(DatasetKind.Mesh, "commune,name\n56066,Gourin\n")).Refusal);
        Assert.True(await node.UndoAsync(report.Dataset!.Value));
    }

    [Theory, MemberData(nameof(BothEngines))]
    public async Task The_caps_of_the_regions_are_taken_in_and_what_is_no_part_is_refused(Engine engine)
    {
        await using var installation = await Installation.CreateAsync(engine, postgres);
        var node = installation.AddNode();

        var kept = await node.ImportAsync(DatasetKind.ZoningCaps, "region;zip;zac\n53;11,5;50,3\n1;20;30\n", "2025-05-16");
        var bad = await node.ImportAsync(DatasetKind.ZoningCaps, "region,zip,zac\n53,101,2\n99,1,2\n53,many,2\n52,10,20\n52,10,20\n");

        Assert.Equal((2L, 2L), (kept.Lines, kept.Kept));
        Assert.NotNull(kept.Dataset);
        Assert.Equal([2, 3, 4, 6], bad.FirstRejected.Select(line => line.Line));
    }
}
