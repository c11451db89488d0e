using Microsoft.EntityFrameworkCore;
using Relais.Kernel.Data;
using Relais.Kernel.Identifiers;
using Relais.Kernel.Journal;

namespace Relais.Volunteers.OwnPool;

/// <summary>What an import would do, or did.</summary>
internal sealed record PoolPlan(IReadOnlyList<PoolLine> New, IReadOnlyList<(OwnPoolMember Member, PoolLine Line)> Changed, int Same, IReadOnlyList<PoolFault> Faults);

/// <summary>Takes files into the pool of an establishment, and takes them back to the letter.</summary>
internal sealed class OwnPoolImports(RelaisDb db, OwnPools pools, JournalWriter journal, TimeProvider clock)
{
    public async Task<Guid> UploadAsync(Finess finess, string fileName, string content, CancellationToken cancellation)
    {
        var import = new OwnPoolImport
        {
            Finess = finess,
            FileName = fileName,
            Content = content,
            Mapping = ColumnMapping.Propose(PoolFile.Header(content)).Write(),
            UploadedAt = clock.GetUtcNow(),
        };
        db.Add(import);
        await db.SaveChangesAsync(cancellation);
        return import.Id;
    }

    public Task<OwnPoolImport?> FindAsync(Finess finess, Guid id, CancellationToken cancellation) =>
        db.Set<OwnPoolImport>().SingleOrDefaultAsync(import => import.Id == id && import.Finess == finess, cancellation);

    public Task<List<OwnPoolImport>> LatestAsync(Finess finess, CancellationToken cancellation) => db.Set<OwnPoolImport>().AsNoTracking()
        .Where(import => import.Finess == finess && import.ImportedAt != null).OrderByDescending(import => import.ImportedAt).Take(10).ToListAsync(cancellation);

    /// <summary>Lays the file beside the pool. Whoever has answered is left as they are.</summary>
    public async Task<PoolPlan> PlanAsync(OwnPoolImport import, CancellationToken cancellation)
    {
        var reading = PoolReading.Of(import.Content, ColumnMapping.Read(import.Mapping));
        var members = await db.Set<OwnPoolMember>().Where(member => member.Finess == import.Finess).ToListAsync(cancellation);
        var byEmail = members.Where(member => member.Email is not null).ToDictionary(member => member.Email!, StringComparer.Ordinal);
        var byMobile = members.Where(member => member.Mobile is not null).ToDictionary(member => member.Mobile!, StringComparer.Ordinal);
        var (added, changed, same, faults) = (new List<PoolLine>(), new List<(OwnPoolMember, PoolLine)>(), 0, reading.Faults.ToList());
        foreach (var line in reading.Lines)
        {
            var known = line.Email is { } email ? byEmail.GetValueOrDefault(email) : null;
            var called = line.Mobile is { } mobile ? byMobile.GetValueOrDefault(mobile) : null;
            if (known is not null && called is not null && known != called)
            {
                faults.Add(new PoolFault(line.Line, "", line.Email!, "L’adresse est celle de {0} et le mobile celui de quelqu’un d’autre dans votre vivier", known.FullName));
            }
            else if ((known ?? called) is not { } member)
            {
                added.Add(line);
            }
            else if (member.State is MemberState.Agreed or MemberState.Declined || IsSame(member, line))
            {
                same++;
            }
            else
            {
                changed.Add((member, line));
            }
        }

        return new PoolPlan(added, changed, same, [.. faults.OrderBy(fault => fault.Line)]);
    }

    /// <returns>Nothing when it was imported already.</returns>
    public Task<PoolPlan?> ImportAsync(Finess finess, Guid id, CancellationToken cancellation) => db.InTransactionAsync(
        async () =>
        {
            if (await FindAsync(finess, id, cancellation) is not { ImportedAt: null } import)
            {
                return null;
            }

            var plan = await PlanAsync(import, cancellation);
            foreach (var line in plan.New)
            {
                var member = pools.New(finess, line, id);
                member.Index();
                db.Add(member);
                db.Add(new OwnPoolChange { ImportId = id, MemberId = member.Id, After = member.Picture() });
            }

            foreach (var (member, line) in plan.Changed)
            {
                var before = member.Picture();
                (member.FirstName, member.LastName, member.ImportId) = (line.FirstName, line.LastName, id);
                (member.Email, member.Mobile, member.Profession) = (line.Email ?? member.Email, line.Mobile ?? member.Mobile, line.Profession?.Code ?? member.Profession);
                member.Index();
                db.Add(new OwnPoolChange { ImportId = id, MemberId = member.Id, Before = before, After = member.Picture() });
            }

            (import.Added, import.Changed, import.Same, import.Bad) = (plan.New.Count, plan.Changed.Count, plan.Same, plan.Faults.Count);
            import.ImportedAt = clock.GetUtcNow();
            journal.Record("own_pool.imported", "facility", finess.Value, FormattableString.Invariant($"added={import.Added} changed={import.Changed} bad={import.Bad}"));
            return plan;
        },
        cancellation);

    /// <summary>Brings the pool back to what it was, or changes nothing.</summary>
    /// <returns>Who stands in the way: they answered, were invited or were changed since.</returns>
    public Task<IReadOnlyList<string>> UndoAsync(Finess finess, Guid id, CancellationToken cancellation) => db.InTransactionAsync<IReadOnlyList<string>>(
        async () =>
        {
            if (await FindAsync(finess, id, cancellation) is not { ImportedAt: not null, UndoneAt: null } import)
            {
                return [];
            }

            var changes = await db.Set<OwnPoolChange>().AsNoTracking().Where(change => change.ImportId == id).ToListAsync(cancellation);
            var members = await db.Set<OwnPoolMember>()
                .Where(member => db.Set<OwnPoolChange>().Any(change => change.ImportId == id && change.MemberId == member.Id))
                .ToDictionaryAsync(member => member.Id, cancellation);
            var moved = changes.Where(change => members.GetValueOrDefault(change.MemberId) is { } member ? member.Picture() != change.After : change.Before is not null).ToList();
            if (moved.Count > 0)
            {
                return moved.ConvertAll(change => members.GetValueOrDefault(change.MemberId)?.FullName ?? "?");
            }

            foreach (var change in changes.Where(change => members.ContainsKey(change.MemberId)))
            {
                if (change.Before is { } before)
                {
                    members[change.MemberId].Restore(before);
                }
                else
                {
                    db.Remove(members[change.MemberId]);
                }
            }

            import.UndoneAt = clock.GetUtcNow();
            journal.Record("own_pool.import_undone", "facility", finess.Value);
            return [];
        },
        cancellation);

    private static bool IsSame(OwnPoolMember member, PoolLine line) =>
        member.FirstName == line.FirstName && member.LastName == line.LastName
        && (line.Email is null || line.Email == member.Email) && (line.Mobile is null || line.Mobile == member.Mobile)
        && (line.Profession is null || line.Profession.Code == member.Profession);
}
