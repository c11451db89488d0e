using DocumentFormat.OpenXml.Spreadsheet;

namespace Relais.Documents;

/// <summary>The looks of a cell, by their place in the list.</summary>
internal static class XlsxStyles
{
    public const uint Plain = 0;
    public const uint Head = 1;
    public const uint Money = 2;
    public const uint Day = 3;
    public const uint Moment = 4;

    /// <summary>Numbers of the formats that every spreadsheet knows: thousands and cents, the short date and the time of the reader's country.</summary>
    private const uint ThousandsAndCents = 4;
    private const uint ShortDate = 14;
    private const uint ShortDateAndTime = 22;

    public static Stylesheet Write() => new(
        new DocumentFormat.OpenXml.Spreadsheet.Fonts(new Font(), new Font(new Bold())),
        new Fills(new Fill(new PatternFill { PatternType = PatternValues.None }), new Fill(new PatternFill { PatternType = PatternValues.Gray125 })),
        new Borders(new Border()),
        new CellFormats(
            new CellFormat(),
            new CellFormat { FontId = 1, ApplyFont = true },
            new CellFormat { NumberFormatId = ThousandsAndCents, ApplyNumberFormat = true },
            new CellFormat { NumberFormatId = ShortDate, ApplyNumberFormat = true },
            new CellFormat { NumberFormatId = ShortDateAndTime, ApplyNumberFormat = true }));
}
