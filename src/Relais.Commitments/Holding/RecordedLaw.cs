using System.Text.Json;
using Relais.Kernel.Rules;
using Relais.Matching.Rest;

namespace Relais.Commitments.Holding;

/// <summary>
/// The law on working time as the installation has it recorded, read once at start: a rule that is changed counts from the
/// next start of each node.
/// </summary>
internal sealed class RecordedLaw
{
    private WorkingTimeRules? _rules;

    public WorkingTimeRules Rules => _rules ?? throw new InvalidOperationException("The rules on working time are read when the house is prepared, before anybody is judged.");

    public async Task ReadAsync(DatedRules rules, CancellationToken cancellation) =>
        _rules = new WorkingTimeRules([
            .. await RowsAsync(rules, WorkingTimeRules.Kind, cancellation),
            .. await RowsAsync(rules, WorkingTimeRules.NightKind, cancellation)]);

    private static async Task<IEnumerable<WorkingTimeRow>> RowsAsync(DatedRules rules, string kind, CancellationToken cancellation) =>
        from rule in await rules.HistoryAsync<JsonElement>(kind, cancellation)
        select new WorkingTimeRow(kind, rule.Key, rule.ValidFrom, rule.ValidTo, rule.Value, rule.Reference);
}
