using System.Globalization;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace Relais.Accounts.Contracts;

/// <summary>How the resource of a request is found: in a route value, or by a finder of the room.</summary>
public sealed class ResourceOf
{
    private readonly string _name;
    private readonly Func<IServiceProvider, RouteValueDictionary, CancellationToken, ValueTask<Resource?>> _find;

    private ResourceOf(string name, Func<IServiceProvider, RouteValueDictionary, CancellationToken, ValueTask<Resource?>> find) =>
        (_name, _find) = (name, find);

    public static ResourceOf Facility(string routeValue) => Value("facility", routeValue, Resource.OfFacility);

    public static ResourceOf Commune(string routeValue) => Value("commune", routeValue, Resource.OfCommune);

    public static ResourceOf Territory(string routeValue) => Value("territory", routeValue, Resource.OfTerritory);

    public static ResourceOf Network(string routeValue) =>
        Value("network", routeValue, text => Guid.TryParse(text, out var id) ? Resource.OfNetwork(id) : null);

    public static ResourceOf Person(string routeValue) =>
        Value("person", routeValue, text => Guid.TryParse(text, out var id) ? Resource.OfPerson(new PersonId(id)) : null);

    public static ResourceOf Room<TFinder>()
        where TFinder : class, IResourceFinder =>
        new(typeof(TFinder).Name, (services, route, cancellation) =>
            ActivatorUtilities.GetServiceOrCreateInstance<TFinder>(services).FindAsync(route, cancellation));

    public override string ToString() => _name;

    internal ValueTask<Resource?> FindAsync(IServiceProvider services, RouteValueDictionary route, CancellationToken cancellation) =>
        _find(services, route, cancellation);

    private static ResourceOf Value(string kind, string name, Func<string, Resource?> read) =>
        new($"{kind} {{{name}}}", (_, route, _) => ValueTask.FromResult(
            Convert.ToString(route[name], CultureInfo.InvariantCulture) is { Length: > 0 } text ? read(text) : null));
}
