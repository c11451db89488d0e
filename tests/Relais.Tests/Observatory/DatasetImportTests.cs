using System.Text;
using Microsoft.Extensions.DependencyInjection;
using Relais.Accounts.Contracts;
using Relais.Kernel.Data;
using Relais.Observatory.Contracts;
using Relais.Territory.Contracts;
using Relais.Tests.Infrastructure;

namespace Relais.Tests.Observatory;

public sealed class DatasetImportTests(PostgresServer postgres)
{
    public static readonly TheoryData<Engine> BothEngines = [Engine.Sqlite, Engine.Postgres];

    private const string Page = "/observatoire?territoires=245614417&indicateur=densite-medecins-generalistes";

    [Theory, MemberData(nameof(BothEngines))]
    public async Task The_latest_vintage_counts_and_undoing_it_brings_the_one_before_back(Engine engine)
    {
        await using var installation = await Installation.CreateAsync(engine, postgres);
        var node = installation.AddNode();
        var client = node.CreateClient();

        var first = await node.ImportAsync(DatasetKind.Supply, ObservatoryFiles.Supply, "2024");
        var second = await node.ImportAsync(DatasetKind.Supply, ObservatoryFiles.Supply.Replace("56066,general-practitioner,3,12000", "56066,general-practitioner,6,24000", StringComparison.Ordinal), "2025");
        var late = await node.ImportAsync(DatasetKind.Supply, ObservatoryFiles.Supply.Replace("56066,general-practitioner,3,12000", "56066,general-practitioner,4,16000", StringComparison.Ordinal), "2023");
        var latest = await client.GetPageAsync(Page);
        Assert.True(await node.UndoAsync(second.Dataset!.Value));
        var before = await client.GetPageAsync(Page);
        Assert.True(await node.RestoreAsync(second.Dataset.Value));
        var again = await client.GetPageAsync(Page);

        Assert.Equal((9L, 9L, 9L), (first.Kept, second.Kept, late.Kept));
        Assert.Contains("Source d’essai, 2025", PageText.Flat(latest.Body!.TextContent), StringComparison.Ordinal);
        Assert.Contains("Source d’essai, 2024", PageText.Flat(before.Body!.TextContent), StringComparison.Ordinal);
        Assert.Contains("Source d’essai, 2025", PageText.Flat(again.Body!.TextContent), StringComparison.Ordinal);
        Assert.Equal(2 * Density(before), Density(latest), 1);
    }

    [Theory, MemberData(nameof(BothEngines))]
    public async Task The_same_file_counts_once_until_it_is_undone(Engine engine)
    {
        await using var installation = await Installation.CreateAsync(engine, postgres);
        var node = installation.AddNode();

        var first = await node.ImportAsync(DatasetKind.Supply, ObservatoryFiles.Supply);
        var twice = await node.ImportAsync(DatasetKind.Supply, ObservatoryFiles.Supply);
        await node.UndoAsync(first.Dataset!.Value);
        var again = await node.ImportAsync(DatasetKind.Supply, ObservatoryFiles.Supply);

        Assert.Equal(DatasetRefusal.AlreadyIn, twice.Refusal);
        Assert.NotNull(again.Dataset);
        Assert.False(await node.RestoreAsync(first.Dataset.Value));
    }

    [Fact]
    public async Task A_rehearsal_says_what_would_happen_and_changes_nothing()
    {
        await using var installation = await Installation.CreateAsync(Engine.Sqlite, postgres);
        var node = installation.AddNode();

        var report = await node.ImportAsync(DatasetKind.Supply, ObservatoryFiles.Supply, with: file => file with { IsRehearsal = true });

        Assert.Equal((null, null, 9L, 9L), (report.Dataset, report.Refusal, report.Lines, report.Kept));
        Assert.Contains("n’a pas été importé", (await node.CreateClient().GetPageAsync(Page)).Body!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Bad_lines_are_told_one_by_one_and_refuse_the_file_unless_they_may_be_left_out()
    {
        await using var installation = await Installation.CreateAsync(Engine.Sqlite, postgres);
        var node = installation.AddNode();
        const string File = "Commune;Profession;Practitioners;Acts;over_55;over_60;over_65\n"
            + "56066;general-practitioner;2,5;9000;;;\n"   // a comma for decimals, no ages
            + "56999;general-practitioner;1;;;;\n"         // no such commune
            + "56066;druid;1;;;;\n"
            + "56066;nurse;many;;;;\n"
            + "56066;nurse;-1;;;;\n"
            + "56066;nurse;;;;;\n"
            + "56066;dentist;2;;3;1;0\n"                   // three of two are 55
            + "56066;dentist;2;;1;;\n";                    // ages go together

        var refused = await node.ImportAsync(DatasetKind.Supply, File);
        var kept = await node.ImportAsync(DatasetKind.Supply, File, with: file => file with { SkipsBadLines = true });

        Assert.Equal(DatasetRefusal.BadLines, refused.Refusal);
        Assert.Equal([3, 4, 5, 6, 7, 8, 9], refused.FirstRejected.Select(bad => bad.Line));
        Assert.Equal((8L, 1L, 7L), (kept.Lines, kept.Kept, kept.Rejected));
        Assert.NotNull(kept.Dataset);
    }

    [Theory]
    [InlineData("")]
    [InlineData("a,b,c\n1,2,3\n")]
    [InlineData("commune,practitioners\n56066,3\n")]
    [InlineData("commune,profession,practitioners\n56066,\"nurse,3\n")]
    public async Task A_file_of_another_shape_is_refused_with_the_reason(string content)
    {
        await using var installation = await Installation.CreateAsync(Engine.Sqlite, postgres);

        var report = await installation.AddNode().ImportAsync(DatasetKind.Supply, content);

        Assert.Equal(DatasetRefusal.WrongShape, report.Refusal);
        Assert.Single(report.FirstRejected);
    }

    [Fact]
    public async Task A_code_from_before_a_merger_counts_for_the_commune_of_today_and_lines_of_one_commune_add_up()
    {
        await using var installation = await Installation.CreateAsync(Engine.Sqlite, postgres);
        var node = installation.AddNode();

        // Croixanvec (56049) is part of Saint-Gérand-Croixanvec (56213) since 2022.
        var report = await node.ImportAsync(DatasetKind.Supply, "code,profession,practitioners\n56049,nurse,1\n56213,nurse,2\n");

        Assert.Equal((2L, 1L), (report.Lines, report.Kept));
    }

    [Fact]
    public async Task An_older_spreadsheet_s_encoding_and_a_mark_in_front_are_read()
    {
        await using var installation = await Installation.CreateAsync(Engine.Sqlite, postgres);
        var node = installation.AddNode();

        var marked = await node.ImportAsync(DatasetKind.Zoning, [.. Encoding.UTF8.Preamble, .. Encoding.UTF8.GetBytes("C@rtoSanté\nZonage 2024\nCode;Libellé;Zonage infirmiers\n56066;Gourin;Très sous dotée\n")]);
        var old = await node.ImportAsync(DatasetKind.Zoning, Encoding.Latin1.GetBytes("commune;zone;libell\u00e9\n56066;1_ZIP;Gourin\n29018;NC;Brennilis\n"), with: file => file with { Source = "Autre" });
        var page = PageText.Flat((await node.CreateClient().GetPageAsync("/observatoire/communes/56066")).Body!.TextContent);

        Assert.Equal((1L, 1L), (marked.Kept, old.Kept));
        Assert.Contains("en zone « Très sous dotée »", page, StringComparison.Ordinal);
        Assert.Contains("en zone « ZIP »", page, StringComparison.Ordinal);
    }

    [Theory, MemberData(nameof(BothEngines))]
    public async Task Imported_travel_times_replace_the_estimated_ones_and_are_named_until_they_are_undone(Engine engine)
    {
        await using var installation = await Installation.CreateAsync(engine, postgres);
        var node = installation.AddNode();
        var client = node.CreateClient();
        const string Address = "/observatoire?territoires=200067197&indicateur=accessibilite-medecins-generalistes";
        await node.ImportAsync(DatasetKind.Supply, ObservatoryFiles.Supply);
        var before = await client.GetPageAsync(Address);

        // Everybody of Huelgoat is now at the door of Quimper's sixty doctors.
        var report = await node.ImportAsync(DatasetKind.TravelTimes, "from,to,minutes\n29081,29232,1.5\n29081,29018,2\n", with: file => file with { Source = "Distancier d’essai" });
        var after = await client.GetPageAsync(Address);
        await node.UndoAsync(report.Dataset!.Value);
        var again = await client.GetPageAsync(Address);

        Assert.Equal(2, report.Kept);
        Assert.Contains("Distancier d’essai", after.Body!.TextContent, StringComparison.Ordinal);
        Assert.Contains("calculé", after.Body.TextContent, StringComparison.Ordinal);
        Assert.True(Of(after, "Huelgoat") > Of(before, "Huelgoat") + 1, $"{Of(before, "Huelgoat")} to {Of(after, "Huelgoat")}");
        Assert.Equal(Of(before, "Huelgoat"), Of(again, "Huelgoat"));
        Assert.DoesNotContain("Distancier d’essai", again.Body!.TextContent, StringComparison.Ordinal);
    }

    [Theory, MemberData(nameof(BothEngines))]
    public async Task Town_halls_that_were_imported_replace_approximate_points_on_every_node_until_they_are_undone(Engine engine)
    {
        await using var installation = await Installation.CreateAsync(engine, postgres);
        var nodes = installation.AddTwoNodes();
        var there = nodes[1].Services.GetRequiredService<ICommunes>();
        var approximate = (await there.GetAsync(TestContext.Current.CancellationToken)).All.First(commune => commune is { Region: "53", Quality: CoordinateQuality.ImputedFromPostalCode }).Code.Value;

        var report = await nodes[0].ImportAsync(DatasetKind.Communes, $"code_insee;nom;latitude_mairie;longitude_mairie\n{approximate};Ici;47,765;-2,132\n56066;Gourin;48.139;-3.607\n56066;Gourin;quelque part;-3.6\n", with: file => file with { SkipsBadLines = true });
        await Eventually.TrueAsync(async () => await QualityAsync(there, "56066") is CoordinateQuality.Imported, "the other node did not see the points", withinSeconds: 60);
        var point = (await there.GetAsync(TestContext.Current.CancellationToken)).Find(Relais.Kernel.Identifiers.CommuneCode.Stored("56066"))!.Point!.Value;
        var imputed = await QualityAsync(there, approximate);
        await nodes[0].UndoAsync(report.Dataset!.Value);

        Assert.Equal(CoordinateQuality.Imported, imputed);
        Assert.Equal((3L, 2L, 1L), (report.Lines, report.Kept, report.Rejected));
        Assert.Equal((48.139, -3.607), (point.Latitude, point.Longitude));
        await Eventually.TrueAsync(async () => await QualityAsync(there, "56066") is not CoordinateQuality.Imported, "the points stayed", withinSeconds: 60);
    }

    private static async Task<CoordinateQuality> QualityAsync(ICommunes communes, string code) =>
        (await communes.GetAsync(TestContext.Current.CancellationToken)).Find(Relais.Kernel.Identifiers.CommuneCode.Stored(code))!.Quality;

    [Theory]
    [InlineData("from,to\n29081,29232\n", DatasetRefusal.WrongShape)]
    [InlineData("from,to,minutes\n29081,29232,fast\n", DatasetRefusal.BadLines)]
    [InlineData("from,to,minutes\n29081,99999,3\n", DatasetRefusal.BadLines)]
    [InlineData("from,to,minutes\n", DatasetRefusal.Empty)]
    public async Task Travel_times_that_cannot_be_read_change_nothing(string content, DatasetRefusal expected)
    {
        await using var installation = await Installation.CreateAsync(Engine.Sqlite, postgres);

        Assert.Equal(expected, (await installation.AddNode().ImportAsync(DatasetKind.TravelTimes, content)).Refusal);
    }

    [Theory, MemberData(nameof(BothEngines))]
    public async Task Imported_contours_are_drawn_and_named_where_they_hold_every_commune(Engine engine)
    {
        await using var installation = await Installation.CreateAsync(engine, postgres);
        var node = installation.AddNode();
        var client = node.CreateClient();
        var communes = (await node.Services.GetRequiredService<ICommunes>().GetAsync(TestContext.Current.CancellationToken)).All.Where(commune => commune.Epci?.Value is "245614417").ToList();

        var report = await node.ImportAsync(DatasetKind.Contours, GeoJson(communes.Select(commune => commune.Code.Value)), with: file => file with { Source = "Contours d’essai", Licence = "Licence d’essai" });
        var drawn = await client.GetPageAsync("/observatoire?territoires=245614417&indicateur=population");
        var wider = await client.GetPageAsync("/observatoire?territoires=245614417+200067197&indicateur=population");

        Assert.Equal((21L, 21L), (report.Lines, report.Kept));
        Assert.Contains("Limites des communes : Contours d’essai, 2025 (Licence d’essai)", PageText.Flat(drawn.QuerySelector("figcaption")!.TextContent), StringComparison.Ordinal);
        Assert.Contains("Limites approchées", wider.QuerySelector("figcaption")!.TextContent, StringComparison.Ordinal);
        Assert.Equal(DatasetRefusal.WrongShape, (await node.ImportAsync(DatasetKind.Contours, "{\"type\":")).Refusal);
        Assert.Equal(DatasetRefusal.BadLines, (await node.ImportAsync(DatasetKind.Contours, GeoJson(["56999"]))).Refusal);
    }

    /// <summary>A square for each commune, one beside the other.</summary>
    private static string GeoJson(IEnumerable<string> codes)
    {
        var features = codes.Select((code, rank) =>
        {
            var (west, east) = (-4 + (rank * 0.1), -3.9 + (rank * 0.1));
            return FormattableString.Invariant($"{{\"type\":\"Feature\",\"properties\":{{\"code\":\"{code}\"}},\"geometry\":{{\"type\":\"Polygon\",\"coordinates\":[[[{west},48],[{east},48],[{east},48.1],[{west},48.1],[{west},48]]]}}}}");
        });
        return $"{{\"type\":\"FeatureCollection\",\"features\":[{string.Join(',', features)}]}}";
    }

    private static double Of(AngleSharp.Html.Dom.IHtmlDocument page, string commune) => double.Parse(
        page.CommuneTable().QuerySelectorAll("tbody tr").Single(row => row.QuerySelector("th")!.TextContent.Trim() == commune).QuerySelector("td")!.TextContent.Trim(),
        System.Globalization.CultureInfo.GetCultureInfo("fr-FR"));

    [Fact]
    public async Task Zonings_of_one_source_by_profession_stand_side_by_side_and_the_page_says_what_counts()
    {
        await using var installation = await Installation.CreateAsync(Engine.Sqlite, postgres);
        var node = installation.AddNode();
        await node.ImportAsync(DatasetKind.Zoning, "com_code,zmed_niveau\n56066,2_ZAC\n", "2023");
        await node.ImportAsync(DatasetKind.Zoning, "com_code,zmed_niveau\n56066,1_ZIP\n", "2024");
        await node.ImportAsync(DatasetKind.Zoning, "com_code,zide_niveau\n56066,Très sous dotée\n", "2025");
        await node.ImportAsync(DatasetKind.TravelTimes, "from,to,minutes\n29081,29232,30\n", "2024");
        await node.ImportAsync(DatasetKind.TravelTimes, "from,to,minutes\n29081,29232,31\n", "2025");

        var commune = (await node.CreateClient().GetPageAsync("/observatoire/communes/56066")).Flat();
        var administrator = await node.SignInAsync((Role.Administrator, Scope.National));
        var states = (await administrator.Browser.GetPageAsync("/administration/donnees")).QuerySelectorAll("tbody tr").Select(row => row.QuerySelectorAll("td")[2].TextContent.Trim());

        Assert.Contains("en zone « ZIP »", commune, StringComparison.Ordinal);
        Assert.Contains("en zone « Très sous dotée »", commune, StringComparison.Ordinal);
        Assert.DoesNotContain("en zone « ZAC »", commune, StringComparison.Ordinal);
        Assert.Equal(["en vigueur", "millésime antérieur", "en vigueur", "compte pour ce que les plus récents n’ont pas", "compte pour ce que les plus récents n’ont pas"], states);
    }

    private static double Density(AngleSharp.Html.Dom.IHtmlDocument page) =>
        double.Parse(page.QuerySelector("table tbody tr td")!.TextContent.Trim(), System.Globalization.CultureInfo.GetCultureInfo("fr-FR"));
}
