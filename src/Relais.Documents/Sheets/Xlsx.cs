using System.Globalization;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Spreadsheet;

namespace Relais.Documents;

/// <summary>A table as a workbook of one sheet: figures are figures, days are days, text is never a formula.</summary>
public static class Xlsx
{
    public const string MediaType = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

    private const int LongestName = 31;
    private const int Narrowest = 8;
    private const int Widest = 60;

    public static byte[] Bytes(Sheet sheet)
    {
        ArgumentNullException.ThrowIfNull(sheet);
        using var file = new MemoryStream();
        using (var book = SpreadsheetDocument.Create(file, SpreadsheetDocumentType.Workbook))
        {
            var workbook = book.AddWorkbookPart();
            workbook.AddNewPart<WorkbookStylesPart>().Stylesheet = XlsxStyles.Write();
            var part = workbook.AddNewPart<WorksheetPart>();
            Write(sheet, part);
            workbook.Workbook = new Workbook(
                new Sheets(new DocumentFormat.OpenXml.Spreadsheet.Sheet { Id = workbook.GetIdOfPart(part), SheetId = 1, Name = NameOf(sheet) }));
        }

        return file.ToArray();
    }

    /// <summary>Row by row: all of a long table at once would take many times its length in memory.</summary>
    private static void Write(Sheet sheet, WorksheetPart part)
    {
        using var writer = OpenXmlWriter.Create(part);
        writer.WriteStartElement(new Worksheet());
        writer.WriteElement(new SheetViews(new SheetView(new Pane { VerticalSplit = 1, TopLeftCell = "A2", ActivePane = PaneValues.BottomLeft, State = PaneStateValues.Frozen }) { WorkbookViewId = 0 }));
        writer.WriteElement(new Columns(sheet.Columns.Select((column, index) => Width(sheet, column, index))));
        writer.WriteStartElement(new SheetData());
        foreach (var row in sheet.Rows.Select(row => new Row(row.Select(Write))).Prepend(Head(sheet)))
        {
            writer.WriteElement(row);
        }

        writer.WriteEndElement();
        writer.WriteEndElement();
    }

    private static Row Head(Sheet sheet) => new(sheet.Columns.Select(column => Write(new Cell.Text(column.Name), XlsxStyles.Head)));

    /// <summary>In characters: what stands in it can be read without widening it first.</summary>
    private static DocumentFormat.OpenXml.Spreadsheet.Column Width(Sheet sheet, Column column, int index)
    {
        var longest = sheet.Rows.Select(row => row[index].Say(CultureInfo.InvariantCulture).Length).Append(column.Name.Length).Max();
        return new() { Min = (uint)index + 1, Max = (uint)index + 1, Width = Math.Clamp(longest + 2, Narrowest, Widest), CustomWidth = true };
    }

    private static DocumentFormat.OpenXml.Spreadsheet.Cell Write(Cell cell) => cell switch
    {
        Cell.Number number => Figure(number.Value, XlsxStyles.Plain),
        Cell.Money money => Figure(money.Amount, XlsxStyles.Money),
        Cell.Day day => Figure((decimal)day.Value.ToDateTime(TimeOnly.MinValue).ToOADate(), XlsxStyles.Day),
        Cell.Moment moment => Figure((decimal)moment.Local.ToOADate(), XlsxStyles.Moment),
        _ => Write(cell, XlsxStyles.Plain),
    };

    private static DocumentFormat.OpenXml.Spreadsheet.Cell Figure(decimal value, uint style) =>
        new() { CellValue = new CellValue(value.ToString(CultureInfo.InvariantCulture)), DataType = CellValues.Number, StyleIndex = style };

    private static DocumentFormat.OpenXml.Spreadsheet.Cell Write(Cell cell, uint style) => new()
    {
        InlineString = new InlineString(new Text(Readable(cell.Say(CultureInfo.InvariantCulture))) { Space = SpaceProcessingModeValues.Preserve }),
        DataType = CellValues.InlineString,
        StyleIndex = style,
    };

    /// <summary>XML has no way to write most control characters.</summary>
    private static string Readable(string text) => string.Concat(text.Where(character => character is '\n' or '\t' || !char.IsControl(character)));

    private static string NameOf(Sheet sheet)
    {
        var name = string.Concat(sheet.Title.Where(character => !"[]:*?/\\'".Contains(character, StringComparison.Ordinal))).Trim();
        return name.Length <= LongestName ? name : name[..LongestName].TrimEnd();
    }
}
