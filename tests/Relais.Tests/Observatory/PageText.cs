using System.Text.RegularExpressions;
using AngleSharp.Dom;

namespace Relais.Tests.Observatory;

/// <summary>What somebody reads, whatever spaces and lines the markup has; a no-break space is a space.</summary>
internal static partial class PageText
{
    public static string Flat(this IDocument page) => page.Body!.TextContent.Flat();

    public static string Flat(this string text) => Spaces().Replace(text, " ").Trim();

    [GeneratedRegex(@"\s+", RegexOptions.None, matchTimeoutMilliseconds: 5000)]
    private static partial Regex Spaces();
}
