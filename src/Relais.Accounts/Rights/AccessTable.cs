using System.Collections.Frozen;
using Microsoft.AspNetCore.Routing;
using Relais.Accounts.Contracts;

namespace Relais.Accounts.Rights;

/// <summary>Who may do what, for the whole house: the rows of every room in one table.</summary>
internal sealed class AccessTable
{
    private readonly FrozenDictionary<(string Method, string Route), AccessRule> _rules;
    private readonly ILookup<string, string> _methods;

    public AccessTable(IEnumerable<AccessRules> rooms)
    {
        Rules = [.. rooms.SelectMany(rules => rules).OrderBy(rule => rule.Route, StringComparer.Ordinal).ThenBy(rule => rule.Method, StringComparer.Ordinal)];
        _rules = Rules.ToFrozenDictionary(rule => (rule.Method, Normalize(rule.Route)));
        _methods = Rules.ToLookup(rule => Normalize(rule.Route), rule => rule.Method, StringComparer.Ordinal);
    }

    public IReadOnlyList<AccessRule> Rules { get; }

    public AccessRule? Find(string method, RouteEndpoint endpoint) => Find(method, RouteOf(endpoint));

    public AccessRule? Find(string method, string route) => _rules.GetValueOrDefault((method is "HEAD" ? "GET" : method, Normalize(route)));

    public IEnumerable<string> MethodsOf(RouteEndpoint endpoint) => _methods[RouteOf(endpoint)];

    internal static string RouteOf(RouteEndpoint endpoint) => Normalize(endpoint.RoutePattern.RawText ?? "");

    private static string Normalize(string route) => $"/{route.Trim('/')}";
}
