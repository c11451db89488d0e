using System.Collections;

namespace Relais.Accounts.Contracts;

/// <summary>The rows that a room adds to the access table. An endpoint without a row is refused to everybody.</summary>
/// <example>
/// <code>
/// services.AddAccess(access =>
/// {
///     access.Get("/besoins", Who.Has(Role.FacilityManager, Role.Coordinator));
///     access.Page("/besoins/{id:guid}", Who.Has(Role.FacilityManager).Over&lt;NeedOfRoute&gt;()).Hidden().Example(AnyNeed);
///     access.Post("/api/v1/needs", Who.Has(Role.FacilityManager));
/// });
/// </code>
/// </example>
public sealed class AccessRules : IEnumerable<AccessRule>
{
    private readonly List<AccessRule> _rows = [];

    public Rows Get(string route, Who who) => Add(who, route, "GET");

    public Rows Post(string route, Who who) => Add(who, route, "POST");

    public Rows Put(string route, Who who) => Add(who, route, "PUT");

    public Rows Patch(string route, Who who) => Add(who, route, "PATCH");

    public Rows Delete(string route, Who who) => Add(who, route, "DELETE");

    /// <summary>A page with a form: the same people read it and send it.</summary>
    public Rows Page(string route, Who who) => Add(who, route, "GET", "POST");

    public IEnumerator<AccessRule> GetEnumerator() => _rows.GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    private Rows Add(Who who, string route, params IReadOnlyList<string> methods)
    {
        var rows = methods.Select(method => new AccessRule(method, route, who)).ToList();
        _rows.AddRange(rows);
        return new Rows(rows);
    }

    /// <summary>The rows just added, to say more about them.</summary>
    public sealed class Rows
    {
        private readonly IReadOnlyList<AccessRule> _rows;

        internal Rows(IReadOnlyList<AccessRule> rows) => _rows = rows;

        /// <inheritdoc cref="AccessRule.IsHidden"/>
        public Rows Hidden()
        {
            foreach (var row in _rows)
            {
                row.IsHidden = true;
            }

            return this;
        }

        /// <inheritdoc cref="AccessRule.Example"/>
        public Rows Example(RouteExample example)
        {
            foreach (var row in _rows)
            {
                row.Example = example;
            }

            return this;
        }

        /// <inheritdoc cref="AccessRule.Example"/>
        public Rows Example(string name, string value) =>
            Example((_, _) => ValueTask.FromResult<IReadOnlyDictionary<string, string>?>(new Dictionary<string, string>(StringComparer.Ordinal) { [name] = value }));
    }
}
