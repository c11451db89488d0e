using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Relais.Design.Files;

/// <summary>Whether a table is asked for as a file, for the pages that show only some of its rows at once.</summary>
public static class TableFile
{
    public const string Csv = "csv";
    public const string Xlsx = "xlsx";

    /// <summary>More rows than this are no table that somebody reads.</summary>
    public const int MostRows = 50_000;

    public static bool IsAskedFor(HttpRequest request)
    {
        ArgumentNullException.ThrowIfNull(request);
        return (string?)request.Query["format"] is Csv or Xlsx;
    }

    /// <summary>How many rows to read: those of a file all at once.</summary>
    /// <param name="page">The page that is asked for.</param>
    /// <param name="shown">How many a screen shows.</param>
    public static int RowsFrom(this PageModel page, int shown)
    {
        ArgumentNullException.ThrowIfNull(page);
        return IsAskedFor(page.Request) ? MostRows : shown;
    }

    /// <summary>Which rows to read where a screen shows a page of them: those of a file all at once.</summary>
    /// <param name="page">The page that is asked for.</param>
    /// <param name="number">Which page of the rows, from 1.</param>
    /// <param name="size">How many rows there are on each.</param>
    public static PageRows PageFrom(this PageModel page, int number, int size)
    {
        ArgumentNullException.ThrowIfNull(page);
        return IsAskedFor(page.Request) ? new PageRows(0, MostRows) : new PageRows((number - 1) * size, size);
    }
}

/// <param name="Skip">Rows before those wanted.</param>
/// <param name="Take">How many are wanted at most.</param>
public readonly record struct PageRows(int Skip, int Take);
