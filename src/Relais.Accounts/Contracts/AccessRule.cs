namespace Relais.Accounts.Contracts;

/// <summary>One row of the access table: who may send this method to this route.</summary>
public sealed class AccessRule
{
    internal AccessRule(string method, string route, Who who) => (Method, Route, Who) = (method, route, who);

    public string Method { get; }

    public string Route { get; }

    public Who Who { get; }

    /// <summary>Who may not, is told that there is nothing here (404) instead of that it is refused (403).</summary>
    public bool IsHidden { get; internal set; }

    /// <summary>Route values of something that exists, so that generated tests open the endpoint for real; nothing when the database holds none.</summary>
    public RouteExample? Example { get; internal set; }

    public override string ToString() => $"{Method,-6} {Route}: {Who}{(IsHidden ? " (hidden)" : "")}";
}

/// <returns>Route (and query) values by name, or nothing when the database holds no example.</returns>
public delegate ValueTask<IReadOnlyDictionary<string, string>?> RouteExample(IServiceProvider services, CancellationToken cancellation);
