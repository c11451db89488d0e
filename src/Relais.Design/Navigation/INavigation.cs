using Microsoft.AspNetCore.Http;

namespace Relais.Design.Navigation;

/// <summary>What the person of this request finds under the header, in order.</summary>
public interface INavigation
{
    ValueTask<IReadOnlyList<NavigationLink>> ForAsync(HttpContext context);
}

/// <summary>May this person open that page? The room of accounts answers from its table of rights.</summary>
public interface IPageAccess
{
    ValueTask<bool> MayOpenAsync(HttpContext context, string url);
}

/// <summary>How many things wait behind an entry of the navigation. A room contributes its own for the person who asks.</summary>
public interface INavigationCount
{
    /// <summary>The address of the entry.</summary>
    string Url { get; }

    ValueTask<int> CountAsync(CancellationToken cancellation);
}

public sealed record NavigationLink(string Title, string Url, bool IsCurrent, int Count = 0);
