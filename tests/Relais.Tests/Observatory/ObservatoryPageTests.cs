using System.Globalization;
using System.IO.Compression;
using System.Net;
using System.Text.RegularExpressions;
using Microsoft.Extensions.DependencyInjection;
using Relais.Kernel.Data;
using Relais.Observatory.Contracts;
using Relais.Observatory.Ranges;
using Relais.Tests.Commands;
using Relais.Tests.Infrastructure;

namespace Relais.Tests.Observatory;

public sealed partial class ObservatoryPageTests(PostgresServer postgres)
{
    private const string Access = "accessibilite-medecins-generalistes";

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Without_an_imported_supply_no_accessibility_is_shown_but_what_to_import()
    {
        await using var installation = await Installation.CreateAsync(Engine.Sqlite, postgres);
        var client = installation.AddNode().CreateClient();

        var page = await client.GetPageAsync($"/observatoire?territoires=REG-53&indicateur={Access}");
        var commune = await client.GetPageAsync("/observatoire/communes/56066");

        Assert.Contains("./relais import supply", page.Body!.TextContent, StringComparison.Ordinal);
        Assert.Null(page.QuerySelector("svg.rs-map"));
        Assert.Contains("aucune accessibilité n’est calculée", commune.Body!.TextContent, StringComparison.Ordinal);
        Assert.Contains("3 960 personnes vivent à Gourin", PageText.Flat(commune), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_page_the_map_and_the_file_follow_the_vintage_and_say_that_figures_are_invented()
    {
        await using var installation = await Installation.CreateAsync(Engine.Sqlite, postgres);
        var node = installation.AddNode();
        var client = node.CreateClient();
        foreach (var vintage in (string[])["2031", "2032"])
        {
            await node.ImportAsync(DatasetKind.Supply, $"{ObservatoryFiles.Supply}56152,nurse,{vintage[^1]},,,,\n", vintage, file => file with { Source = "Invention", IsInvented = true });

            var page = await client.GetPageAsync($"/observatoire?territoires=245614417&indicateur={Access}");
            var csv = await client.GetStringAsync(new Uri($"/observatoire?territoires=245614417&indicateur={Access}&format=csv", UriKind.Relative), Cancellation);
            var inputs = await FilesAsync(client, "/observatoire/entrees?territoires=245614417&metier=medecins-generalistes");

            Assert.Contains($"Invention ; Population", PageText.Flat(page), StringComparison.Ordinal);
            Assert.Contains("Chiffres inventés pour la démonstration", page.Body!.TextContent, StringComparison.Ordinal);
            Assert.Contains($"{vintage} ; recensement", PageText.Flat(page.QuerySelector("figure figcaption")!.TextContent), StringComparison.Ordinal);
            Assert.Contains("inventé", page.QuerySelector("figure figcaption")!.TextContent, StringComparison.Ordinal);
            Assert.All(csv.Split('\n', StringSplitOptions.RemoveEmptyEntries).Skip(1), line => Assert.Contains($"{vintage} ; recensement", line, StringComparison.Ordinal));
            Assert.All(csv.Split('\n', StringSplitOptions.RemoveEmptyEntries).Skip(1), line => Assert.Contains("oui : démonstration", PageText.Flat(line), StringComparison.Ordinal));
            Assert.Contains(vintage, inputs["README.txt"], StringComparison.Ordinal);
        }
    }

    [Theory]
    [InlineData("", "2015+ (1 à moins de 10 min")]
    [InlineData("&methode=3sfca", "3SFCA, paliers 2015+ (1 à moins de 10 min")]
    [InlineData("&paliers=8%3D1+%3B+25%20%3D%200%2C25", "choisis par le lecteur (1 à moins de 8 min ; 0,25 à moins de 25 min)")]
    public async Task The_files_of_a_page_give_the_same_figures_to_the_command_by_any_method(string method, string said)
    {
        await using var installation = await Installation.CreateDemonstratedAsync();
        var client = installation.AddNode().CreateClient();
        var folder = Directory.CreateTempSubdirectory("relais-inputs-").FullName;
        try
        {
            foreach (var (name, text) in await FilesAsync(client, $"/observatoire/entrees?territoires=245614417&metier=medecins-generalistes{method}"))
            {
                await File.WriteAllTextAsync(Path.Combine(folder, name), text, Cancellation);
            }

            string Named(string name) => Path.Combine(folder, name);
            var (code, output) = await ProgramProcess.RunAsync(
                "apl", "--communes", Named("communes.csv"), "--supply", Named("supply.csv"), "--times", Named("times.csv"), "--parameters", Named("parameters.json"), "--out", Named("apl.csv"));
            Assert.True(code is 0, output);

            var computed = (await File.ReadAllLinesAsync(Named("apl.csv"), Cancellation)).Skip(1).Select(line => line.Split(',')).ToDictionary(cells => cells[0], cells => double.Parse(cells[1], CultureInfo.InvariantCulture));
            var page = await client.GetPageAsync($"/observatoire?territoires=245614417&indicateur={Access}{method}");
            var shown = page.CommuneTable().QuerySelectorAll("tbody tr")
                .ToDictionary(row => row.QuerySelector("a")!.GetAttribute("href")!.Split('/')[^1], row => row.QuerySelector("td")!.TextContent.Trim());

            Assert.Contains(said, page.Flat(), StringComparison.Ordinal);
            Assert.Equal(21, shown.Count);
            Assert.All(shown, row => Assert.Equal(computed[row.Key].ToString("N1", CultureInfo.GetCultureInfo("fr-FR")), row.Value));
            Assert.True(computed["56066"] > 0);
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    [Fact]
    public async Task Few_people_are_kept_secret_and_never_written_nought()
    {
        await using var installation = await Installation.CreateAsync(Engine.Sqlite, postgres);
        var node = installation.AddNode();
        await node.ImportAsync(DatasetKind.Supply, ObservatoryFiles.Supply);
        var client = node.CreateClient();

        var page = await client.GetPageAsync("/observatoire?territoires=245614417&indicateur=55-ans-et-plus-medecins-generalistes");
        var csv = await client.GetStringAsync(new Uri("/observatoire?territoires=245614417&indicateur=55-ans-et-plus-medecins-generalistes&format=csv", UriKind.Relative), Cancellation);
        var region = await client.GetPageAsync("/observatoire?territoires=REG-53&indicateur=55-ans-et-plus-medecins-generalistes");

        // Three doctors in Gourin, none elsewhere in the intercommunality.
        Assert.Contains("secret statistique", page.QuerySelector("table tbody tr td")!.TextContent, StringComparison.Ordinal);
        Assert.Contains("secret statistique", csv, StringComparison.Ordinal);
        Assert.Equal("40", region.QuerySelector("table tbody tr td")!.TextContent.Trim());
    }

    [Fact]
    public async Task The_map_of_Brittany_shows_each_of_its_communes_and_says_what_the_table_says()
    {
        await using var installation = await Installation.CreateDemonstratedAsync();
        var client = installation.AddNode().CreateClient();

        var page = await client.GetPageAsync($"/observatoire?territoires=REG-53&indicateur={Access}");
        var csv = await client.GetStringAsync(new Uri($"/observatoire?territoires=REG-53&indicateur={Access}&format=csv", UriKind.Relative), Cancellation);

        var tips = page.QuerySelectorAll("svg.rs-map a").ToDictionary(link => link.GetAttribute("href")!.Split('/')[^1], link => link.TextContent.Trim());
        var rows = csv.Split('\n', StringSplitOptions.RemoveEmptyEntries).Skip(1).Select(line => line.Split(';')).ToList();
        Assert.Equal(1202, tips.Count);
        Assert.Equal(1202, rows.Count);
        Assert.All(rows, row => Assert.Equal($"{row[1]} : {double.Parse(row[2], CultureInfo.GetCultureInfo("fr-FR")).ToString("N1", CultureInfo.GetCultureInfo("fr-FR"))}", PageText.Flat(tips[row[0].Trim('\uFEFF')])));
        Assert.Contains("Limites approchées", page.QuerySelector("figcaption")!.TextContent, StringComparison.Ordinal);
        Assert.Empty(page.QuerySelectorAll("svg.rs-map [style]"));
    }

    [Fact]
    public async Task A_mayor_reads_sentences_each_with_its_source()
    {
        await using var installation = await Installation.CreateDemonstratedAsync();
        var client = installation.AddNode().CreateClient();

        var page = await client.GetPageAsync("/observatoire/communes/56066");
        var text = PageText.Flat(page);

        Assert.Contains("3 960 personnes vivent à Gourin", text, StringComparison.Ordinal);
        Assert.Contains("pour 10 000 habitants, contre", text, StringComparison.Ordinal);
        Assert.Contains("consultations par an, contre", text, StringComparison.Ordinal);
        Assert.Contains("zone de solidarité territoriale de Bretagne", text, StringComparison.Ordinal);
        var sentences = page.QuerySelectorAll("p.govuk-body-l").Count;
        Assert.Equal(sentences, page.QuerySelectorAll("p.govuk-body-l sup").Count);
        Assert.Contains("chiffres inventés", page.QuerySelector("ol.govuk-list--number")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_figure_has_a_range_and_one_that_crosses_the_threshold_is_not_classed()
    {
        await using var installation = await Installation.CreateDemonstratedAsync();
        var client = installation.AddNode().CreateClient();
        const string Address = $"/observatoire?territoires=REG-53&indicateur={Access}&format=csv";
        var french = CultureInfo.GetCultureInfo("fr-FR");

        var page = await client.GetPageAsync(Address[..Address.IndexOf("&format", StringComparison.Ordinal)]);
        var rows = (await client.GetStringAsync(new Uri(Address, UriKind.Relative), Cancellation)).Split('\n', StringSplitOptions.RemoveEmptyEntries).Skip(1).Select(line => line.Split(';')).ToList();

        var ranges = rows.Where(row => row[3].Length > 0).Select(row => (Match: Range().Match(PageText.Flat(row[3])), Text: row[3])).ToList();
        Assert.Equal(1202, ranges.Count);
        Assert.All(ranges, range =>
        {
            var (low, high) = (double.Parse(range.Match.Groups["low"].Value, french), double.Parse(range.Match.Groups["high"].Value, french));
            Assert.True(low <= high, range.Text);
            if (low < 2.45 && high > 2.55)
            {
                Assert.Contains("non classée", range.Text, StringComparison.Ordinal);
            }
            else if (high < 2.45 || low > 2.55)
            {
                Assert.DoesNotContain("non classée", range.Text, StringComparison.Ordinal);
            }
        });
        var crossing = ranges.Count(range => range.Text.Contains("non classée", StringComparison.Ordinal));
        Assert.InRange(crossing, 1, 1201);
        Assert.Contains($"non classée : la fourchette passe le seuil ({crossing} communes)", PageText.Flat(page.QuerySelector("figcaption")!.TextContent), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Two_nodes_that_compute_the_same_ranges_keep_them_once()
    {
        await using var installation = await Installation.CreateAsync(Engine.Postgres, postgres);
        var nodes = installation.AddTwoNodes();
        await nodes[0].ImportAsync(DatasetKind.Supply, ObservatoryFiles.Supply);

        await Task.WhenAll(nodes.Select(async node =>
        {
            await using var scope = node.Services.CreateAsyncScope();
            await scope.ServiceProvider.GetRequiredService<RangeBook>().ComputeAsync(Cancellation);
        }));

        Assert.Contains("La vraie valeur est sans doute entre", PageText.Flat(await nodes[1].CreateClient().GetPageAsync("/observatoire/communes/56066")), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Ranges_follow_the_supply_in_the_background()
    {
        await using var installation = await Installation.CreateAsync(Engine.Sqlite, postgres);
        var node = installation.AddNode();
        var client = node.CreateClient();

        await node.ImportAsync(DatasetKind.Supply, ObservatoryFiles.Supply);

        await Eventually.TrueAsync(
            async () => PageText.Flat(await client.GetPageAsync("/observatoire/communes/56066")).Contains("La vraie valeur est sans doute entre", StringComparison.Ordinal),
            "no range was computed",
            withinSeconds: 90);
    }

    [Fact]
    public async Task A_region_that_the_file_does_not_cover_whole_is_not_compared_with()
    {
        await using var installation = await Installation.CreateAsync(Engine.Sqlite, postgres);
        var node = installation.AddNode();
        await node.ImportAsync(DatasetKind.Supply, string.Join('\n', ObservatoryFiles.Supply.Split('\n').Take(6)));

        var text = (await node.CreateClient().GetPageAsync("/observatoire/communes/56066")).Flat();

        // Practices beyond the border of Brittany are in no line: its communes there have no figure, and so it has none.
        Assert.Matches("compter sur environ [0-9,]+ consultations par an\\.", text);
        Assert.DoesNotContain("non disponible dans la région", text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("gourin", "/observatoire/communes/56066")]
    [InlineData("56066", "/observatoire/communes/56066")]
    [InlineData("Brest", "/observatoire/communes/29019")]
    [InlineData("56049", "/observatoire/communes/56213")]
    public async Task A_commune_is_found_by_its_name_or_code_in_one_step(string typed, string expected)
    {
        await using var installation = await Installation.CreateAsync(Engine.Sqlite, postgres);

        var answer = await installation.AddNode().Visitor().GetAsync(new Uri($"/observatoire?territoires={typed}", UriKind.Relative), Cancellation);

        Assert.Equal(expected, answer.Headers.Location?.OriginalString);
    }

    [Theory]
    [InlineData("Saint-Aubin", "Plusieurs communes répondent à ce nom")]
    [InlineData("56110", "Plusieurs communes répondent à ce nom")]
    [InlineData("Gourrin", "Vouliez-vous dire")]
    public async Task Several_communes_are_told_apart_and_a_slip_is_forgiven(string typed, string expected)
    {
        await using var installation = await Installation.CreateAsync(Engine.Sqlite, postgres);

        var page = await installation.AddNode().CreateClient().GetPageAsync($"/observatoire?territoires={typed}");

        Assert.Contains(expected, page.Flat(), StringComparison.Ordinal);
        Assert.Contains(page.QuerySelectorAll("main li a[href^='/observatoire/communes/']"), link => typed is "Saint-Aubin" || link.TextContent is "Gourin");
    }

    [Theory]
    [InlineData("/observatoire/communes/29999", HttpStatusCode.NotFound)]
    [InlineData("/observatoire/communes/x", HttpStatusCode.NotFound)]
    [InlineData("/observatoire/entrees", HttpStatusCode.NotFound)]
    [InlineData("/observatoire/entrees?territoires=REG-53&metier=druides", HttpStatusCode.NotFound)]
    [InlineData("/observatoire?territoires=Atlantide", HttpStatusCode.OK)]
    [InlineData("/observatoire?territoires=REG-53&indicateur=bonheur", HttpStatusCode.OK)]
    public async Task What_does_not_exist_is_said(string address, HttpStatusCode expected)
    {
        await using var installation = await Installation.CreateAsync(Engine.Sqlite, postgres);

        var response = await installation.AddNode().CreateClient().GetAsync(new Uri(address, UriKind.Relative), Cancellation);

        Assert.Equal(expected, response.StatusCode);
        if (address.Contains("Atlantide", StringComparison.Ordinal))
        {
            Assert.Contains("Aucun territoire n’a ce nom", await response.Content.ReadAsStringAsync(Cancellation), StringComparison.Ordinal);
        }
    }

    private static async Task<Dictionary<string, string>> FilesAsync(HttpClient client, string address)
    {
        await using var stream = await client.GetStreamAsync(new Uri(address, UriKind.Relative), Cancellation);
        using var memory = new MemoryStream();
        await stream.CopyToAsync(memory, Cancellation);
        using var zip = new ZipArchive(memory);
        var files = new Dictionary<string, string>();
        foreach (var entry in zip.Entries)
        {
            using var reader = new StreamReader(await entry.OpenAsync(Cancellation));
            files[entry.Name] = await reader.ReadToEndAsync(Cancellation);
        }

        return files;
    }

    [GeneratedRegex("de (?<low>[0-9,]+) à (?<high>[0-9,]+)", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 5000)]
    private static partial Regex Range();
}
