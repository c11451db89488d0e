using System.Text.RegularExpressions;
using AngleSharp.Dom;

namespace Relais.Tests.Observatory;

/// <summary>What somebody reads, whatever spaces and lines the markup has; a no-break space is a space.</summary>
internal static partial class PageText
{
    public static string Flat(this IDocument page) => page.Body!.TextContent.Flat();

    public static string Flat(this string text) => Spaces().Replace(text, " ").Trim();

    /// <summary>The table of a page whose lines are communes.</summary>
    public static IElement CommuneTable(this IDocument page) =>
        page.QuerySelectorAll("table").Single(table => table.QuerySelector("tbody a[href^='/observatoire/communes/']") is not null);

    [GeneratedRegex(@"\s+", RegexOptions.None, matchTimeoutMilliseconds: 5000)]
    private static partial Regex Spaces();
}
