using Microsoft.EntityFrameworkCore;
using Relais.Accounts.Forgetting;
using Relais.Accounts.People;
using Relais.Kernel.Data;
using Relais.Kernel.Retention;

namespace Relais.Accounts.Duplicates;

/// <summary>The dossier left behind by a merger goes when nobody will part them any more.</summary>
internal sealed class MergerRetention(RelaisDb db, Erasure erasure) : IRetentionRule
{
    private const int Batch = 200;

    public string Key => "accounts.mergers";

    public async Task<int> ApplyAsync(DateTimeOffset endedBefore, CancellationToken cancellation)
    {
        var old = await db.Set<Merger>().AsNoTracking()
            .Where(merger => merger.PartedAt == null && merger.MergedAt < endedBefore)
            .Join(db.Set<Person>().Where(person => person.ErasedAt == null), merger => merger.AbsorbedId, person => person.Id, (merger, person) => new { merger.MergedAt, person.Id })
            .OrderBy(row => row.MergedAt).Select(row => row.Id).Take(Batch).ToListAsync(cancellation);
        var count = 0;
        foreach (var person in old)
        {
            count += await erasure.EraseAsync(person, cancellation) ? 1 : 0;
        }

        return count;
    }
}
