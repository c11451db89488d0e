using Relais.Accounts.Contracts;
using Relais.Kernel.Identifiers;

namespace Relais.Territory.Contracts;

/// <summary>Who answers for an establishment: those who hold the role over it, or over the legal entity of which it is a site.</summary>
public static class Management
{
    /// <summary>The numbers over which the current user holds the role, as it was given.</summary>
    public static IReadOnlyList<Finess> GivenFacilities(this ICurrentUser user)
    {
        ArgumentNullException.ThrowIfNull(user);
        return [.. user.ScopesOf(Role.FacilityManager).OfType<Scope.Facility>().Select(scope => Finess.Stored(scope.Finess)).Distinct()];
    }

    /// <summary>The same, with the sites of those that are legal entities.</summary>
    public static async Task<IReadOnlyList<Finess>> ManagedByAsync(this IFacilities facilities, ICurrentUser user, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(facilities);
        var given = user.GivenFacilities();
        return given.Count is 0 ? [] : [.. given.Union((await facilities.WithSitesAsync(given, cancellation)).Select(facility => facility.Number))];
    }

    /// <summary>Those to tell when something happens in an establishment.</summary>
    public static async Task<IReadOnlyList<PersonId>> ManagersOfAsync(this IFacilities facilities, IRoles roles, Finess number, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(facilities);
        ArgumentNullException.ThrowIfNull(roles);
        var entity = (await facilities.FindAsync(number, cancellation))?.Entity ?? number;
        return await roles.PeopleAsync(Role.FacilityManager, [.. new[] { number, entity }.Distinct().Select(one => new Scope.Facility(one.Value))], cancellation);
    }
}
