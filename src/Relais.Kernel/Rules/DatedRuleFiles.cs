using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Relais.Kernel.Data;
using Relais.Kernel.Modules;

namespace Relais.Kernel.Rules;

/// <summary>
/// Records the rules that the rooms ship (<c>Rules/*.json</c>): <c>[{ "kind", "key", "validFrom", "validTo", "value",
/// "reference" }]</c>. A rule already recorded is left as it is: an administrator may have closed it since.
/// </summary>
public sealed class DatedRuleFiles(RelaisDb db, ModuleCatalog modules, TimeProvider clock)
{
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web);

    public Task RecordAsync(CancellationToken cancellation) => db.InTransactionAsync(
        async () =>
        {
            if (db.Engine is Engine.Postgres)
            {
                // Nodes that start together read and record in turn.
                await db.Database.ExecuteSqlAsync($"SELECT pg_advisory_xact_lock(7267)", cancellation);
            }

            var known = await db.Set<DatedRule>().Select(rule => new { rule.Kind, rule.Key, rule.ValidFrom }).ToListAsync(cancellation);
            var recorded = known.Select(rule => (rule.Kind, rule.Key, rule.ValidFrom)).ToHashSet();

            foreach (var line in modules.Modules.SelectMany(Read).Where(line => recorded.Add((line.Kind, line.Key, line.ValidFrom))))
            {
                db.Add(new DatedRule
                {
                    Kind = line.Kind,
                    Key = line.Key,
                    ValidFrom = line.ValidFrom,
                    ValidTo = line.ValidTo,
                    Value = line.Value.GetRawText(),
                    Reference = line.Reference,
                    RecordedAt = clock.GetUtcNow(),
                });
            }
        },
        cancellation);

    private static IEnumerable<Line> Read(Module module) => module.Assembly.GetManifestResourceNames()
        .Where(name => name.Contains(".Rules.", StringComparison.Ordinal) && name.EndsWith(".json", StringComparison.Ordinal))
        .Order(StringComparer.Ordinal)
        .SelectMany(name =>
        {
            using var stream = module.Assembly.GetManifestResourceStream(name)!;
            return JsonSerializer.Deserialize<Line[]>(stream, Json)!;
        });

    private sealed record Line(string Kind, string Key, DateOnly ValidFrom, DateOnly? ValidTo, JsonElement Value, string Reference);
}
