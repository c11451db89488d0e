using System.Globalization;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Relais.Documents;
using Relais.Kernel.Wording;

namespace Relais.Design.Files;

/// <summary>
/// Sends a table of a page in place of the page, when its address asks for that. Stands around every other filter, so
/// that whatever notes that a page is read notes it of the file too.
/// </summary>
internal sealed class SendTables(Words t) : IPageFilter
{
    public const int Order = int.MinValue;

    public void OnPageHandlerSelected(PageHandlerSelectedContext context)
    {
    }

    public void OnPageHandlerExecuting(PageHandlerExecutingContext context)
    {
    }

    public void OnPageHandlerExecuted(PageHandlerExecutedContext context)
    {
        var request = context.HttpContext.Request;
        if (context is { Exception: null, Result: PageResult, HandlerInstance: IHasTables page } && HttpMethods.IsGet(request.Method) && TableFile.IsAskedFor(request))
        {
            context.Result = page.Table(request.Query["tableau"]) is { } sheet ? Send(Whole(sheet), request.Query["format"]!) : new NotFoundResult();
        }
    }

    private static FileContentResult Send(Sheet sheet, string format) => format is TableFile.Csv
        ? new(CsvText.Bytes(sheet, CultureInfo.CurrentCulture), CsvText.MediaType) { FileDownloadName = $"{sheet.Title}.csv" }
        : new(Xlsx.Bytes(sheet), Xlsx.MediaType) { FileDownloadName = $"{sheet.Title}.xlsx" };

    /// <summary>A file that had to be cut says so itself, for it is read far from the page.</summary>
    private Sheet Whole(Sheet sheet) => sheet.Rows.Count < TableFile.MostRows
        ? sheet
        : sheet with { Rows = [.. sheet.Rows, [Cell.Of(t["Il y a d’autres lignes : resserrez les filtres de la page."]), .. sheet.Columns.Skip(1).Select(_ => Cell.None)]] };
}
