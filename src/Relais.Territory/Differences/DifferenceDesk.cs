using Microsoft.EntityFrameworkCore;
using Relais.Accounts.Contracts;
using Relais.Kernel.Data;
using Relais.Kernel.Identifiers;
using Relais.Kernel.Journal;
using Relais.Territory.Facilities;

namespace Relais.Territory.Differences;

/// <summary>The differences where the current user answers for establishments, and what that person decides about them.</summary>
internal sealed class DifferenceDesk(RelaisDb db, ICurrentUser user, IScopeResolver places, JournalWriter journal, TimeProvider clock)
{
    public static IReadOnlyList<Role> Deciders { get; } = [Role.Coordinator, Role.Administrator];

    /// <summary>What is closed first, then by name.</summary>
    public async Task<IReadOnlyList<DifferenceLine>> ListAsync(bool decided, CancellationToken cancellation)
    {
        var reach = await ReachAsync(cancellation);
        var found = await db.Set<FacilityDifference>().AsNoTracking().Where(difference => decided == (difference.State != DifferenceState.Open))
            .Join(reach, difference => difference.Number, facility => facility.Number, (difference, facility) => new { Difference = difference, Facility = facility })
            .OrderByDescending(row => row.Difference.IsOver).ThenBy(row => row.Facility.SearchKey).ToListAsync(cancellation);
        return found.ConvertAll(row => new DifferenceLine(row.Difference, row.Facility));
    }

    public async Task<int> CountOpenAsync(CancellationToken cancellation)
    {
        var reach = await ReachAsync(cancellation);
        return await db.Set<FacilityDifference>().Where(difference => difference.State == DifferenceState.Open)
            .Join(reach, difference => difference.Number, facility => facility.Number, (difference, facility) => difference.Number).CountAsync(cancellation);
    }

    /// <summary>Has Relais say what the register says.</summary>
    public Task<Decided> TakeAsync(IReadOnlyList<ReadDifference> read, CancellationToken cancellation) =>
        DecideAsync(read, "facility.register_taken", static row => row.Difference.Theirs, (difference, now) => difference.Take(now), cancellation);

    /// <summary>Has Relais say what it said before, whatever was decided since.</summary>
    public Task<Decided> KeepAsync(IReadOnlyList<ReadDifference> read, string reason, CancellationToken cancellation) =>
        DecideAsync(
            read,
            "facility.register_set_aside",
            static row => row.Difference.State is DifferenceState.Taken ? row.Difference.Ours : FacilityFacts.Of(row.Facility),
            (difference, now) => difference.Keep(reason, now),
            cancellation);

    private Task<Decided> DecideAsync(
        IReadOnlyList<ReadDifference> read, string action, Func<DifferenceLine, FacilityFacts> facts, Action<FacilityDifference, DateTimeOffset> decide, CancellationToken cancellation) =>
        db.InTransactionAsync(
            async () =>
            {
                await DifferenceTurn.WaitAsync(db, cancellation);
                var lines = await FindAsync(read, cancellation);
                foreach (var line in lines)
                {
                    line.Facility.Say(facts(line), clock.GetUtcNow());
                    decide(line.Difference, clock.GetUtcNow());
                    journal.Record(action, "facility", line.Facility.Number.Value, string.Join(' ', line.Difference.Facts));
                }

                return new Decided(lines.Count, read.Count - lines.Count);
            },
            cancellation);

    private async Task<List<DifferenceLine>> FindAsync(IReadOnlyList<ReadDifference> read, CancellationToken cancellation)
    {
        var revisions = read.ToDictionary(one => one.Number, one => one.Revision);
        var numbers = revisions.Keys.ToList();
        var reach = await ReachAsync(cancellation);
        var rows = await db.Set<FacilityDifference>().Where(difference => numbers.Contains(difference.Number))
            .Join(reach, difference => difference.Number, facility => facility.Number, (difference, facility) => new { Difference = difference, Facility = facility })
            .ToListAsync(cancellation);
        return [.. rows.Where(row => row.Difference.Revision == revisions[row.Difference.Number]).Select(row => new DifferenceLine(row.Difference, row.Facility))];
    }

    private async Task<IQueryable<Facility>> ReachAsync(CancellationToken cancellation)
    {
        var scopes = user.ScopesOf(Deciders);
        if (scopes.Contains(Scope.National))
        {
            return db.Set<Facility>();
        }

        var communes = (await places.CommunesOfAsync(scopes, cancellation)).Select(CommuneCode.Stored).ToList();
        return db.Set<Facility>().Where(facility => EF.Parameter(communes).Contains(facility.CommuneCode));
    }
}

internal sealed record DifferenceLine(FacilityDifference Difference, Facility Facility);

/// <param name="Done">Those about which the decision was written.</param>
/// <param name="Stale">Those that changed since they were read, or that are not for this person: nothing was done.</param>
internal sealed record Decided(int Done, int Stale);
