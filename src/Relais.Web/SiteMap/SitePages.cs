using System.Reflection;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.RazorPages.Infrastructure;
using Relais.Design.Navigation;

namespace Relais.Web.SiteMap;

internal sealed record SitePage(string Url, string Title, SiteSection Section);

/// <summary>The pages of the running application that have an address of their own, read from its endpoints.</summary>
internal sealed class SitePages(EndpointDataSource endpoints, PageLoader loader)
{
    public async Task<IReadOnlyList<SitePage>> ReadAsync()
    {
        var pages = new List<SitePage>();
        foreach (var (url, page) in await ReadAddressesAsync())
        {
            if (TitleOf(page) is { Listed: true } title)
            {
                pages.Add(new SitePage(url, title.Title, title.Section));
            }
        }

        return [.. pages.OrderBy(page => page.Section).ThenBy(page => page.Url, StringComparer.Ordinal)];
    }

    /// <summary>Pages that carry no title of theirs: a test keeps this list empty.</summary>
    public async Task<IReadOnlyList<string>> ReadUntitledAsync() =>
        [.. (await ReadAddressesAsync()).Where(pair => TitleOf(pair.Page) is null).Select(pair => pair.Url)];

    private async Task<IReadOnlyList<(string Url, CompiledPageActionDescriptor Page)>> ReadAddressesAsync()
    {
        var addresses = new List<(string, CompiledPageActionDescriptor)>();
        foreach (var endpoint in endpoints.Endpoints.OfType<RouteEndpoint>().Where(endpoint => endpoint.RoutePattern.Parameters.Count is 0))
        {
            if (endpoint.Metadata.GetMetadata<PageActionDescriptor>() is { } page)
            {
                addresses.Add(($"/{endpoint.RoutePattern.RawText!.Trim('/')}", await loader.LoadAsync(page, endpoint.Metadata)));
            }
        }

        return addresses;
    }

    private static SitePageAttribute? TitleOf(CompiledPageActionDescriptor page) =>
        page.PageTypeInfo.GetCustomAttribute<SitePageAttribute>() ?? page.HandlerTypeInfo.GetCustomAttribute<SitePageAttribute>();
}
