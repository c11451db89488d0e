using System.Globalization;
using System.Net.Http.Json;
using System.Text.Json;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Spreadsheet;
using Microsoft.Extensions.DependencyInjection;
using Relais.Kernel.Data;
using Relais.Kernel.Identifiers;
using Relais.Observatory.Contracts;
using Relais.Observatory.Professions;
using Relais.Observatory.Published;
using Relais.Territory.Contracts;
using Relais.Tests.Infrastructure;

namespace Relais.Tests.Observatory;

/// <summary>The shape of the workbook is that which three independent readers of it describe: eight lines of title, trailing spaces, notes at the end.</summary>
public sealed class PublishedAplTests(PostgresServer postgres)
{
    private static readonly CultureInfo French = CultureInfo.GetCultureInfo("fr-FR");

    [Fact]
    public async Task The_newest_sheet_of_the_workbook_is_shown_as_it_was_published_and_its_population_weighs_ours()
    {
        await using var installation = await Installation.CreateAsync(Engine.Sqlite, postgres);
        var node = installation.AddNode();
        var report = await node.ImportAsync(DatasetKind.PublishedApl, Workbook(("APL 2022", "C/an/hab", [Row("56066", 2.9), Row("56075", 1.9)]), ("APL 2023", "C/an/hab", [Row("56066", 2.8), Row("56075", 1.8)])));

        Assert.Equal((4L, 4L, 0L), (report.Lines, report.Kept, report.Rejected));
        var page = await node.CreateClient().GetPageAsync("/observatoire?territoires=245614417&indicateur=apl-drees-medecins-generalistes");
        var rows = page.CommuneTable().QuerySelectorAll("tbody tr").Select(row => row.TextContent.Trim()).ToList();
        Assert.Contains(rows, row => row.Contains("Gourin", StringComparison.Ordinal) && row.EndsWith("2,8", StringComparison.Ordinal));
        Assert.Contains(rows, row => row.EndsWith("non disponible", StringComparison.Ordinal));
        Assert.Contains("Source d’essai, 2023", page.Body!.TextContent, StringComparison.Ordinal);
        Assert.Contains("publié", page.Body.TextContent, StringComparison.Ordinal);

        await node.ImportAsync(DatasetKind.Supply, ObservatoryFiles.Supply);
        var ours = await node.CreateClient().GetPageAsync("/observatoire?territoires=245614417&indicateur=accessibilite-medecins-generalistes");
        Assert.Contains("population standardisée de la DREES, 2023", ours.Body!.TextContent, StringComparison.Ordinal);

        // Beside each of our figures, what DREES says and the difference; over those that both give, how far apart they are.
        var gourin = ours.CommuneTable().QuerySelectorAll("tbody tr").Single(row => row.QuerySelector("a")!.GetAttribute("href")!.EndsWith("56066", StringComparison.Ordinal));
        var cells = gourin.QuerySelectorAll("td").Select(cell => cell.TextContent.Trim()).ToList();
        Assert.Equal("2,8", cells[^2]);
        Assert.Equal(double.Parse(cells[0], French) - 2.8, double.Parse(cells[^1].Replace('−', '-'), French), 1);
        Assert.Contains("Sur 1 commune que la DREES donne aussi, notre valeur s’en écarte de", ours.Flat(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_series_of_younger_doctors_is_shown_and_the_index_takes_it_before_ours()
    {
        await using var installation = await Installation.CreateAsync(Engine.Sqlite, postgres);
        var node = installation.AddNode();
        var client = node.CreateClient();
        await node.ImportAsync(DatasetKind.Supply, ObservatoryFiles.Supply);
        var ours = await client.GetPageAsync("/observatoire/vulnerabilite?territoires=245614417");
        await node.ImportAsync(DatasetKind.PublishedApl, Workbook(("APL 2023", "C/an/hab", [Row("56066", 2.8), Row("56075", 1.8)])));

        async Task<double> GourinAsync(string indicator) => (await client.GetFromJsonAsync<JsonElement>($"/api/v1/indicators/{indicator}?territories=245614417", TestContext.Current.CancellationToken))
            .GetProperty("communes").EnumerateArray().Single(one => one.GetProperty("code").GetString() is "56066").GetProperty("figure").GetProperty("value").GetDouble();
        var published = await client.GetPageAsync("/observatoire/vulnerabilite?territoires=245614417");

        Assert.Equal(2.52, await GourinAsync("apl-drees-65-medecins-generalistes"), 1e-9);
        Assert.Equal(80, await GourinAsync("releve-drees-medecins-generalistes"), 1e-9);
        Assert.Contains("Accessibilité : médecins généralistes", PageText.Flat(ours.QuerySelector("fieldset")!.TextContent), StringComparison.Ordinal);
        Assert.Contains("APL de la DREES, 65 ans et moins", published.QuerySelector("fieldset")!.TextContent, StringComparison.Ordinal);
        Assert.DoesNotContain("Accessibilité : médecins généralistes", PageText.Flat(published.QuerySelector("fieldset")!.TextContent), StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_is_left_without_the_oldest_is_told_for_a_territory_even_before_any_supply_is_in()
    {
        await using var installation = await Installation.CreateAsync(Engine.Sqlite, postgres);
        var node = installation.AddNode();
        var client = node.CreateClient();
        const string Page = "/observatoire/simulation?territoires=56066";
        Assert.DoesNotContain("Si les plus âgés partaient", (await client.GetPageAsync(Page)).Flat(), StringComparison.Ordinal);

        await node.ImportAsync(DatasetKind.PublishedApl, Workbook(("APL 2024", "C/an/hab", [Row("56066", 2.8)])));
        var rows = (await client.GetPageAsync(Page)).QuerySelectorAll("table tbody tr").Select(row => PageText.Flat(string.Join(" | ", row.Children.Select(cell => cell.TextContent.Trim())))).ToList();
        var file = await client.GetStringAsync(new Uri($"{Page}&tableau=departs&format=csv", UriKind.Relative), TestContext.Current.CancellationToken);

        Assert.Equal(["Tous les médecins | 2,8 | 0", "Sans ceux de plus de 65 ans | 2,5 | 0", "Sans ceux de plus de 62 ans | 2,2 | 600", "Sans ceux de plus de 60 ans | 2,0 | 600"], rows);
        Assert.Contains("Source d’essai", file, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Communes_that_merged_after_their_workbook_was_taken_in_are_one()
    {
        await using var installation = await Installation.CreateAsync(Engine.Sqlite, postgres);
        var node = installation.AddNode();
        var report = await node.ImportAsync(DatasetKind.PublishedApl, Workbook(("APL 2024", "C/an/hab", [Row("56213", 3)])));
        await using var scope = node.Services.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<RelaisDb>();

        // As it would stand there had the code still been one of today.
        db.Add(new PublishedAplLine
        {
            DatasetId = report.Dataset!.Value, Profession = CareProfession.GeneralPractitioner, Year = 2024, CommuneCode = CommuneCode.Parse("56049").Value!, Apl = 1, Standardised = 520, People = 400,
        });
        await db.SaveChangesAsync(TestContext.Current.CancellationToken);
        var year = (await scope.ServiceProvider.GetRequiredService<PublishedBook>().YearsAsync(CareProfession.GeneralPractitioner, TestContext.Current.CancellationToken))[0];

        var rank = (await scope.ServiceProvider.GetRequiredService<ICommunes>().GetAsync(TestContext.Current.CancellationToken)).Find(CommuneCode.Parse("56213").Value!)!.Index.Value;
        Assert.Equal((2, 1000), (year.Apl[rank]!.Value, year.People[rank]));
    }

    [Fact]
    public async Task Figures_of_another_unit_are_refused()
    {
        await using var installation = await Installation.CreateAsync(Engine.Sqlite, postgres);

        var report = await installation.AddNode().ImportAsync(DatasetKind.PublishedApl, Workbook(("APL 2023", "ETP pour 100 000", [Row("56066", 2.8)])));

        Assert.Equal(DatasetRefusal.WrongShape, report.Refusal);
        Assert.Contains("ETP pour 100 000", Assert.Single(report.FirstRejected).Reason, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_file_that_is_no_workbook_or_has_no_such_sheet_is_refused()
    {
        await using var installation = await Installation.CreateAsync(Engine.Sqlite, postgres);
        var node = installation.AddNode();

        Assert.Equal(DatasetRefusal.WrongShape, (await node.ImportAsync(DatasetKind.PublishedApl, "code;apl\n56066;2,8\n")).Refusal);
        Assert.Equal(DatasetRefusal.WrongShape, (await node.ImportAsync(DatasetKind.PublishedApl, Workbook(("Lisez-moi", "", [])))).Refusal);
    }

    private static string[] Row(string code, double apl) =>
        [code, "Une commune", Number(apl), Number(apl * 0.9), Number(apl * 0.8), Number(apl * 0.7), "520.000000004", "600"];

    private static string Number(double value) => value.ToString("R", System.Globalization.CultureInfo.InvariantCulture);

    /// <summary>Rows are code, name, four figures, the standardised and the total population.</summary>
    internal static byte[] Workbook(params (string Name, string Unit, string[][] Rows)[] sheets)
    {
        using var file = new MemoryStream();
        using (var book = SpreadsheetDocument.Create(file, SpreadsheetDocumentType.Workbook))
        {
            var workbook = book.AddWorkbookPart();
            var list = new Sheets();
            foreach (var (rank, sheet) in sheets.Index())
            {
                var part = workbook.AddNewPart<WorksheetPart>();
                var data = new SheetData();
                for (var title = 1; title <= 8; title++)
                {
                    data.Append(Line(title, ["L’accessibilité potentielle localisée (APL)"]));
                }

                data.Append(Line(9,
                [
                    "Code commune INSEE", "Commune", "APL aux médecins généralistes", "APL aux médecins généralistes de 65 ans et moins ", "APL aux médecins généralistes de 62 ans et moins",
                    "APL aux médecins généralistes de 60 ans et moins", "Population standardisée 2021 pour la médecine générale ", "Population totale 2021 ",
                ]));
                data.Append(Line(10, ["", "", sheet.Unit, sheet.Unit, sheet.Unit, sheet.Unit, "", ""]));
                data.Append(sheet.Rows.Select((row, at) => Line(11 + at, row)));
                data.Append(Line(13 + sheet.Rows.Length, ["Lecture > un habitant standardisé a accès à 2,8 consultations par an."]));
                part.Worksheet = new Worksheet(data);
                list.Append(new Sheet { Id = workbook.GetIdOfPart(part), SheetId = (uint)rank + 1, Name = sheet.Name });
            }

            workbook.Workbook = new Workbook(list);
        }

        return file.ToArray();
    }

    private static Row Line(int number, string[] cells) => new(cells.Select((text, at) =>
        double.TryParse(text, System.Globalization.CultureInfo.InvariantCulture, out _) && at > 1
            ? new Cell { CellReference = $"{(char)('A' + at)}{number}", CellValue = new CellValue(text) }
            : new Cell { CellReference = $"{(char)('A' + at)}{number}", DataType = CellValues.InlineString, InlineString = new InlineString(new Text(text)) })) { RowIndex = (uint)number };
}
