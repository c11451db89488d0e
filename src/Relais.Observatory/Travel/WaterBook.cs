using System.Security.Cryptography;
using System.Text.Json;
using Relais.Accessibility.Times;
using Relais.Kernel.Identifiers;
using Relais.Kernel.Rules;
using Relais.Territory.Contracts;

namespace Relais.Observatory.Travel;

/// <summary>The two shores of a roadstead, an estuary, a bay that no bridge crosses: a dated rule for each.</summary>
internal sealed record Shores(IReadOnlyList<CommuneCode> One, IReadOnlyList<CommuneCode> Other);

/// <param name="Version">Changes with the shores.</param>
internal sealed record Water(NoDirectLink Links, string Version);

/// <summary>
/// Communes that are near as the crow flies and that water parts: no time is estimated from one to the other. What an imported file
/// says of them counts.
/// </summary>
internal sealed class WaterBook(DatedRules rules, ICommunes communes, TimeProvider clock, WaterBook.Kept kept)
{
    public const string RuleKind = "no-direct-link";

    /// <summary>As of today.</summary>
    public async ValueTask<Water> FindAsync(CancellationToken cancellation)
    {
        var (table, today) = (await communes.GetAsync(cancellation), DateOnly.FromDateTime(clock.GetUtcNow().UtcDateTime));
        if (kept.Last is not { } last || last.Table != table || last.Day != today)
        {
            var shores = await rules.ListAsync<Shores>(RuleKind, today, cancellation);
            kept.Last = last = new Known(table, today, new Water(new NoDirectLink(shores.SelectMany(rule => Pairs(rule.Value, table))), VersionOf(shores)));
        }

        return last.Water;
    }

    private static string VersionOf(IEnumerable<RuleInForce<Shores>> shores) =>
        Convert.ToHexStringLower(SHA256.HashData(JsonSerializer.SerializeToUtf8Bytes(shores.Select(rule => rule.Value))));

    private static IEnumerable<(int One, int Other)> Pairs(Shores shores, CommuneTable table) =>
        from one in Ranks(shores.One, table)
        from other in Ranks(shores.Other, table)
        select (one, other);

    /// <summary>A commune that does not exist any more stands where the one that took it in does.</summary>
    private static IEnumerable<int> Ranks(IEnumerable<CommuneCode> codes, CommuneTable table) =>
        codes.Select(table.Find).OfType<Commune>().Select(commune => commune.Index.Value).Distinct();

    /// <summary>What was read last, for all requests.</summary>
    internal sealed class Kept
    {
        internal Known? Last { get; set; }
    }

    internal sealed record Known(CommuneTable Table, DateOnly Day, Water Water);
}
