using System.Globalization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Relais.Documents;

namespace Relais.Design.Files;

/// <summary>The table of a page as a file: the same address with <c>format</c>, so that what is filtered on the page is filtered in the file.</summary>
public static class SheetDownload
{
    /// <param name="page">The page that is asked for.</param>
    /// <param name="format"><c>csv</c> or <c>xlsx</c>; anything else is the page itself.</param>
    /// <param name="sheet">Made only when a file is asked for.</param>
    /// <param name="name">Of the file, without what follows the dot.</param>
    /// <returns>The file, or nothing for the page.</returns>
    public static IActionResult? Download(this PageModel page, string? format, Func<Sheet> sheet, string name)
    {
        ArgumentNullException.ThrowIfNull(page);
        ArgumentNullException.ThrowIfNull(sheet);
        return format switch
        {
            "csv" => page.File(CsvText.Bytes(sheet(), CultureInfo.CurrentCulture), CsvText.MediaType, $"{name}.csv"),
            "xlsx" => page.File(Xlsx.Bytes(sheet()), Xlsx.MediaType, $"{name}.xlsx"),
            _ => null,
        };
    }
}
