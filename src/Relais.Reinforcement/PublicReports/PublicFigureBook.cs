using Microsoft.EntityFrameworkCore;
using Relais.Accounts.Contracts;
using Relais.Kernel.Data;
using Relais.Kernel.Identifiers;
using Relais.Kernel.Rules;
using Relais.Kernel.Statistics;
using Relais.Reinforcement.Coordination;
using Relais.Reinforcement.Figures;
using Relais.Territory.Contracts;

namespace Relais.Reinforcement.PublicReports;

/// <summary>Counts what a territory did in a period, and leaves out what everybody must not read.</summary>
internal sealed class PublicFigureBook(RelaisDb db, NeedsInScope reach, FigureBook book, ITerritories territories, DatedRules rules, TimeProvider clock)
{
    public async Task<PublicFigures> OfAsync(Scope scope, ReportPeriod period, CancellationToken cancellation)
    {
        var rule = await rules.FindAsync<int>(SmallNumbers.RuleKind, SmallNumbers.RuleKey, DateOnly.FromDateTime(clock.GetUtcNow().UtcDateTime), cancellation)
            ?? throw new InvalidOperationException($"The rule {SmallNumbers.RuleKind} is missing");
        var small = new SmallNumbers(rule.Value);
        var needs = await book.CountedAsync(await reach.OfAsync([scope], cancellation), period.First, period.End, cancellation);
        var ids = needs.Select(one => one.Need.Id).ToList();
        var held = (await db.Set<Places.Assignment>().AsNoTracking().Where(one => one.ReleasedAt == null && EF.Parameter(ids).Contains(one.NeedId))
            .Select(one => new { one.NeedId, one.PersonId }).ToListAsync(cancellation)).ToLookup(one => one.NeedId, one => one.PersonId);
        var departments = await DepartmentsAsync(needs.Select(one => one.Need.CommuneCode), cancellation);
        var whole = Count(needs);
        return new PublicFigures(
            needs.Select(one => one.Need.Finess).Distinct().Count(),
            whole.Asked,
            small.IsSmall(whole.People) ? null : new Presence(whole.Filled, whole.People),
            Tally.Median([.. needs.Select(one => one.FirstYes).OfType<TimeSpan>().Order()]) is { } delay && !small.IsSmall(whole.People) ? (int)delay.TotalMinutes : null,
            Lines(one => one.Need.Cell.Profession.Label),
            Lines(one => departments[one.Need.CommuneCode.Department]),
            rule.Value,
            rule.Reference);

        (int Asked, int Filled, int People) Count(IEnumerable<CountedNeed> some)
        {
            var all = some.ToList();
            return (all.Sum(one => one.Need.HeadCount), all.Sum(one => one.Filled), all.SelectMany(one => held[one.Need.Id]).Distinct().Count());
        }

        IReadOnlyList<PublicLine> Lines(Func<CountedNeed, string> by)
        {
            var lines = needs.GroupBy(by, StringComparer.Ordinal).Select(group => (group.Key, Count: Count(group)))
                .OrderByDescending(line => line.Count.Asked).ThenBy(line => line.Key, StringComparer.Ordinal).ToList();
            var hidden = small.Hidden([.. lines.Select(line => line.Count.People)]);
            return [.. lines.Select((line, rank) => new PublicLine(line.Key, line.Count.Asked, hidden[rank] ? null : new Presence(line.Count.Filled, line.Count.People)))];
        }
    }

    /// <summary>What the departments of these communes are called, asked once for each department.</summary>
    private async Task<IReadOnlyDictionary<string, string>> DepartmentsAsync(IEnumerable<CommuneCode> communes, CancellationToken cancellation)
    {
        var names = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var commune in communes.DistinctBy(commune => commune.Department))
        {
            var around = await territories.AroundAsync(commune, cancellation);
            names[commune.Department] = around.FirstOrDefault(territory => territory.Kind is TerritoryKind.Department)?.Name ?? commune.Department;
        }

        return names;
    }
}
