using System.Security.Claims;
using Microsoft.Extensions.DependencyInjection;

namespace Relais.Design.Navigation;

/// <summary>
/// One entry of the navigation under the header. A room contributes its own in <c>AddServices</c>; an entry is shown
/// when its own predicate agrees and when the person may open its page.
/// </summary>
/// <param name="Title">French; shown through <see cref="Relais.Kernel.Wording.Words"/>.</param>
/// <param name="Url">Local address, without query.</param>
/// <param name="Order">Tens, low first: 10 what is asked of me, 20 my things, 30 my team, 90 administration.</param>
public sealed record NavigationItem(string Title, string Url, int Order)
{
    public Func<ClaimsPrincipal, bool> VisibleFor { get; init; } = _ => true;
}

public static class NavigationContribution
{
    public static IServiceCollection AddNavigation(
        this IServiceCollection services, string title, string url, int order, Func<ClaimsPrincipal, bool>? visibleFor = null) =>
        services.AddSingleton(new NavigationItem(title, url, order) { VisibleFor = visibleFor ?? (_ => true) });
}
