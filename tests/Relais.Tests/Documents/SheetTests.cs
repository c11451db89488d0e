using System.Globalization;
using System.Text;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Spreadsheet;
using DocumentFormat.OpenXml.Validation;
using Relais.Documents;
using Cell = Relais.Documents.Cell;
using Sheet = Relais.Documents.Sheet;

namespace Relais.Tests.Documents;

/// <summary>One table as CSV and as XLSX.</summary>
public sealed class SheetTests
{
    private static readonly CultureInfo French = CultureInfo.GetCultureInfo("fr-FR");

    private static readonly Sheet Table = new(
        "Relevé de l’hôpital : novembre 2026",
        [new("Personne"), new("Somme", 1, IsNumber: true), new("Jour"), new("Arrivée")],
        [
            [new Cell.Text("Aziliz Le Goff ; \"Zaza\""), new Cell.Money(123450, "EUR"), new Cell.Day(new DateOnly(2026, 11, 22)), Cell.At(new DateTimeOffset(2026, 11, 22, 20, 5, 0, TimeSpan.Zero), "Pacific/Noumea")],
            [new Cell.Text("=HYPERLINK(\"http://x\")"), new Cell.Number(-7.5m), Cell.None, Cell.At(null, "Europe/Paris")],
        ]);

    [Fact]
    public void A_spreadsheet_of_France_reads_the_csv_and_runs_nothing()
    {
        var text = Encoding.UTF8.GetString(CsvText.Bytes(Table, French));

        Assert.Equal(
            "\uFEFFPersonne;Somme;Jour;Arrivée\r\n\"Aziliz Le Goff ; \"\"Zaza\"\"\";1234,50;2026-11-22;2026-11-23 07:05\r\n\"'=HYPERLINK(\"\"http://x\"\")\";-7,5;;\r\n", text);
    }

    [Theory]
    [InlineData("=1+1")]
    [InlineData("+33 6")]
    [InlineData("-1")]
    [InlineData("@SUM(A1)")]
    [InlineData("\t=1")]
    [InlineData("\r\n=1")]
    [InlineData("\n=1")]
    [InlineData("＝1+1")]
    public void What_would_run_in_a_spreadsheet_is_text(string typed)
    {
        var lines = Encoding.UTF8.GetString(CsvText.Bytes(Sheet.Of("Table", [typed], ("Saisi", text => Cell.Of(text))), French)).Split("\r\n", 2);

        Assert.StartsWith("'", lines[1].TrimStart('"'), StringComparison.Ordinal);
    }

    [Fact]
    public void The_workbook_is_valid_and_its_figures_are_figures()
    {
        using var book = SpreadsheetDocument.Open(new MemoryStream(Xlsx.Bytes(Table)), isEditable: false);
        Assert.Empty(new OpenXmlValidator().Validate(book, TestContext.Current.CancellationToken));

        var cells = book.WorkbookPart!.WorksheetParts.Single().Worksheet!.Descendants<DocumentFormat.OpenXml.Spreadsheet.Cell>().ToList();
        Assert.Equal(["Personne", "Somme", "Jour", "Arrivée", "Aziliz Le Goff ; \"Zaza\"", "1234.5", "46348", "46349.2951388889", "=HYPERLINK(\"http://x\")", "-7.5", "", ""], cells.Select(cell => cell.InnerText));
        Assert.Empty(cells.SelectMany(cell => cell.Descendants<CellFormula>()));
        Assert.Equal("Relevé de l’hôpital  novembre 2", book.WorkbookPart.Workbook!.Descendants<DocumentFormat.OpenXml.Spreadsheet.Sheet>().Single().Name!.Value);
    }
}
