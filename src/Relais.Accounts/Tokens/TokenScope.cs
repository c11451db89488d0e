using Relais.Accounts.Contracts;

namespace Relais.Accounts.Tokens;

/// <summary>
/// What a token may be used for, beside the rights of its account: reading or writing one part of the API
/// (<c>needs:read</c>, <c>needs:write</c>) or all of it (<c>*:write</c>). Who may write may read.
/// </summary>
internal sealed record TokenScope(string Part, bool Writes)
{
    private const string Everything = "*";
    private const string Root = "/api/v1/";

    public static TokenScope ReadAll { get; } = new(Everything, Writes: false);

    public static TokenScope WriteAll { get; } = new(Everything, Writes: true);

    /// <summary>What a request to this row of the access table needs.</summary>
    public static TokenScope NeededBy(AccessRule rule) => new(PartOf(rule.Route), rule.Method is not "GET");

    /// <summary>The scopes that make sense for the API of this installation.</summary>
    public static IReadOnlyList<TokenScope> In(IEnumerable<AccessRule> rules) =>
    [
        ReadAll,
        WriteAll,
        .. rules.Where(rule => rule.Route.StartsWith(Root, StringComparison.Ordinal)).Select(NeededBy).Distinct()
            .OrderBy(scope => scope.Part, StringComparer.Ordinal).ThenBy(scope => scope.Writes),
    ];

    public static IReadOnlyList<TokenScope> ParseAll(string text) =>
        [.. text.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(Parse).OfType<TokenScope>()];

    public static TokenScope? Parse(string text) => text.Split(':') switch
    {
        [{ Length: > 0 } part, "read"] => new(part, Writes: false),
        [{ Length: > 0 } part, "write"] => new(part, Writes: true),
        _ => null,
    };

    public bool Covers(TokenScope needed) => (Part is Everything || Part == needed.Part) && (Writes || !needed.Writes);

    public override string ToString() => $"{Part}:{(Writes ? "write" : "read")}";

    private static string PartOf(string route) => route.StartsWith(Root, StringComparison.Ordinal) ? route[Root.Length..].Split('/')[0] : "api";
}
