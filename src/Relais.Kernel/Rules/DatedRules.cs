using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Relais.Kernel.Data;

namespace Relais.Kernel.Rules;

/// <summary>A rule as it holds on a day, with the text that it comes from.</summary>
/// <typeparam name="T">The shape that the room gives to the rule's value.</typeparam>
public sealed record RuleInForce<T>(string Key, T Value, DateOnly ValidFrom, DateOnly? ValidTo, string Reference);

/// <summary>Reads rules of the world: rates, rest, caps, retention. Each room keeps its own kinds.</summary>
public sealed class DatedRules(RelaisDb db)
{
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web);

    /// <summary>The rule in force on that day, or nothing: the caller says so to the user rather than guess.</summary>
    public async Task<RuleInForce<T>?> FindAsync<T>(string kind, string key, DateOnly on, CancellationToken cancellation)
    {
        var rule = await InForce(kind, on).Where(rule => rule.Key == key).OrderByDescending(rule => rule.ValidFrom).FirstOrDefaultAsync(cancellation);
        return rule is null ? null : Read<T>(rule);
    }

    /// <summary>The value of a rule that this program brings with it.</summary>
    /// <exception cref="InvalidOperationException">No such rule is in force: the installation is not whole.</exception>
    public async Task<T> GetAsync<T>(string kind, string key, DateOnly on, CancellationToken cancellation) =>
        await FindAsync<T>(kind, key, on, cancellation) is { } rule ? rule.Value : throw new InvalidOperationException($"The rule {kind}/{key} is missing");

    /// <summary>Every rule of a kind that is in force on that day.</summary>
    public async Task<IReadOnlyList<RuleInForce<T>>> ListAsync<T>(string kind, DateOnly on, CancellationToken cancellation)
    {
        var rules = await InForce(kind, on).OrderBy(rule => rule.Key).ToListAsync(cancellation);
        return [.. rules.Select(Read<T>)];
    }

    /// <summary>Every rule of a kind, whatever its dates: for who must look beyond one day.</summary>
    public async Task<IReadOnlyList<RuleInForce<T>>> HistoryAsync<T>(string kind, CancellationToken cancellation)
    {
        var rules = await db.Set<DatedRule>().AsNoTracking().Where(rule => rule.Kind == kind)
            .OrderBy(rule => rule.Key).ThenBy(rule => rule.ValidFrom).ToListAsync(cancellation);
        return [.. rules.Select(Read<T>)];
    }

    private IQueryable<DatedRule> InForce(string kind, DateOnly on) => db.Set<DatedRule>().AsNoTracking()
        .Where(rule => rule.Kind == kind && rule.ValidFrom <= on && (rule.ValidTo == null || rule.ValidTo > on));

    private static RuleInForce<T> Read<T>(DatedRule rule) => new(
        rule.Key, JsonSerializer.Deserialize<T>(rule.Value, Json)!, rule.ValidFrom, rule.ValidTo, rule.Reference);
}
