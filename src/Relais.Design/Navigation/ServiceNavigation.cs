using Microsoft.AspNetCore.Http;
using Relais.Kernel.Wording;

namespace Relais.Design.Navigation;

internal sealed class ServiceNavigation(IEnumerable<NavigationItem> items, IEnumerable<INavigationCount> counts, IPageAccess access, Words words) : INavigation
{
    private readonly NavigationItem[] _items = [.. items.OrderBy(item => item.Order)];

    public async ValueTask<IReadOnlyList<NavigationLink>> ForAsync(HttpContext context)
    {
        var current = Current(context.Request.Path);
        var links = new List<NavigationLink>();
        foreach (var item in _items.Where(item => item.VisibleFor(context.User)))
        {
            if (await access.MayOpenAsync(context, item.Url))
            {
                links.Add(new NavigationLink(words[item.Title], item.Url, item == current, await CountAsync(item, context.RequestAborted)));
            }
        }

        return links;
    }

    private async ValueTask<int> CountAsync(NavigationItem item, CancellationToken cancellation) =>
        counts.FirstOrDefault(count => count.Url == item.Url) is { } count ? await count.CountAsync(cancellation) : 0;

    /// <summary>The entry whose address is the longest beginning of the page's: /besoins/nouveau belongs to /besoins.</summary>
    private NavigationItem? Current(PathString path) => _items
        .Where(item => path.StartsWithSegments(item.Url, StringComparison.OrdinalIgnoreCase))
        .MaxBy(item => item.Url.Length);
}

internal sealed class OpenToAll : IPageAccess
{
    public ValueTask<bool> MayOpenAsync(HttpContext context, string url) => ValueTask.FromResult(true);
}
