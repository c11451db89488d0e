using Microsoft.EntityFrameworkCore;
using Relais.Accounts.Contracts;
using Relais.Accounts.People;
using Relais.Accounts.SignIn;
using Relais.Kernel.Data;
using Relais.Kernel.Jobs;
using Relais.Kernel.Journal;
using Relais.Kernel.PersonalData;
using Relais.Kernel.Wording;

namespace Relais.Accounts.Duplicates;

/// <summary>
/// Makes two dossiers of one person one, and parts them again. Rows change hands and nothing else: what is kept twice
/// stays behind, so that parting gives each dossier back what it had, with what happened to it meanwhile.
/// </summary>
internal sealed class Mergers(
    RelaisDb db,
    PersonalTables tables,
    OwnedRows rows,
    Handover handover,
    IEnumerable<IPersonRoom> rooms,
    ICurrentActor actor,
    JobQueue jobs,
    JournalWriter journal,
    Words t,
    TimeProvider clock)
{
    /// <summary>Who was writing for the dossier while it changed hands has ended long before: what they left is fetched.</summary>
    private static readonly TimeSpan FollowsAfter = TimeSpan.FromMinutes(2);

    public Task<MergeAnswer> MergeAsync(PersonId kept, PersonId absorbed, string reason, CancellationToken cancellation) => db.InTransactionAsync<MergeAnswer>(
        async () =>
        {
            await rows.LockAsync(tables.All, cancellation);
            if (await WhyNotOneAsync(kept, absorbed, cancellation) is { Count: > 0 } why)
            {
                return new MergeAnswer.Refused(why);
            }

            var merger = new Merger { KeptId = kept, AbsorbedId = absorbed, Reason = reason, MergedAt = clock.GetUtcNow(), MergedBy = actor.Account() };
            db.Add(merger);
            (await PersonAsync(absorbed, cancellation)).AbsorbedBy = kept;
            await db.SaveChangesAsync(cancellation);
            await MoveAsync(merger, cancellation);
            jobs.Add(new FollowMerger(merger.Id), merger.MergedAt + FollowsAfter);
            journal.Record("person.merged", "person", kept.Value, $"absorbed={absorbed}");
            journal.Record("person.absorbed", "person", absorbed.Value, $"kept={kept}");
            return new MergeAnswer.Done(merger.Id);
        },
        cancellation);

    /// <summary>Fetches what came to the absorbed dossier after the merger: harmless when nothing did.</summary>
    public Task FollowAsync(Guid id, CancellationToken cancellation) => db.InTransactionAsync(
        async () =>
        {
            await rows.LockAsync(tables.All, cancellation);
            if (await db.FindAsync<Merger>([id], cancellation) is { PartedAt: null } merger && (await PersonAsync(merger.KeptId, cancellation)).IsCurrent)
            {
                await MoveAsync(merger, cancellation);
            }
        },
        cancellation);

    public Task<MergeAnswer> PartAsync(Guid id, CancellationToken cancellation) => db.InTransactionAsync<MergeAnswer>(
        async () =>
        {
            await rows.LockAsync(tables.All, cancellation);
            if (await db.FindAsync<Merger>([id], cancellation) is not { PartedAt: null } merger)
            {
                return new MergeAnswer.Refused([t["Ces dossiers sont déjà séparés."]]);
            }

            if (await WhyNotPartedAsync(merger, cancellation) is { } why)
            {
                return new MergeAnswer.Refused([why]);
            }

            await handover.UndoAsync(id, cancellation);
            var absorbed = await PersonAsync(merger.AbsorbedId, cancellation);
            absorbed.AbsorbedBy = null;
            await db.Set<Account>().Where(account => account.PersonId == merger.AbsorbedId && account.ClosedAt == merger.MergedAt)
                .ExecuteUpdateAsync(account => account.SetProperty(a => a.ClosedAt, (DateTimeOffset?)null), cancellation);
            foreach (var room in rooms)
            {
                await room.PartedAsync(merger.KeptId, merger.AbsorbedId, cancellation);
            }

            merger.Part(actor.Account(), clock.GetUtcNow());
            journal.Record("person.parted", "person", merger.KeptId.Value, $"from={merger.AbsorbedId}");
            journal.Record("person.parted", "person", merger.AbsorbedId.Value, $"from={merger.KeptId}");
            return new MergeAnswer.Done(id);
        },
        cancellation);

    /// <summary>What stands against making the two one; nothing when nothing does.</summary>
    private async Task<IReadOnlyList<string>> WhyNotOneAsync(PersonId kept, PersonId absorbed, CancellationToken cancellation)
    {
        if (kept == absorbed)
        {
            return [t["C’est un seul et même dossier."]];
        }

        if (!(await PersonAsync(kept, cancellation)).IsCurrent || !(await PersonAsync(absorbed, cancellation)).IsCurrent)
        {
            return [t["L’un des deux dossiers a été effacé ou réuni à un autre entre-temps."]];
        }

        var why = new List<string>();
        foreach (var room in rooms)
        {
            why.AddRange(await room.WhyNotOneAsync(kept, absorbed, cancellation));
        }

        return why;
    }

    private async Task MoveAsync(Merger merger, CancellationToken cancellation)
    {
        await handover.MoveAsync(merger, cancellation);
        await db.Set<Account>().Where(account => account.PersonId == merger.AbsorbedId && account.ClosedAt == null)
            .ExecuteUpdateAsync(account => account.SetProperty(a => a.ClosedAt, merger.MergedAt), cancellation);
        foreach (var room in rooms)
        {
            await room.BecameOneAsync(merger.KeptId, merger.AbsorbedId, cancellation);
        }
    }

    /// <summary>The last is undone first: what it took over would else be left with nobody.</summary>
    private async Task<string?> WhyNotPartedAsync(Merger merger, CancellationToken cancellation)
    {
        if ((await PersonAsync(merger.AbsorbedId, cancellation)).ErasedAt is not null)
        {
            return t["La personne a été effacée : il n’y a plus rien à séparer."];
        }

        var isLast = !await db.Set<Merger>().AnyAsync(
            later => later.PartedAt == null && later.Id != merger.Id && later.MergedAt >= merger.MergedAt && (later.KeptId == merger.KeptId || later.AbsorbedId == merger.KeptId), cancellation);
        return isLast ? null : t["Ce dossier a été réuni à un autre depuis : séparez d’abord ceux-là."].Value;
    }

    private Task<Person> PersonAsync(PersonId id, CancellationToken cancellation) => db.Set<Person>().SingleAsync(person => person.Id == id, cancellation);
}
