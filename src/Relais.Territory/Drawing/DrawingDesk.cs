using Microsoft.EntityFrameworkCore;
using Relais.Accounts.Contracts;
using Relais.Kernel.Data;
using Relais.Kernel.Identifiers;
using Relais.Kernel.Journal;
using Relais.Territory.Contracts;
using Relais.Territory.Territories;

namespace Relais.Territory.Drawing;

/// <summary>
/// Saves territories, gives them new lists, ends them and takes a mistake back. Who coordinates a territory draws within it: nobody
/// reaches further by redrawing the territory over which a role is held.
/// </summary>
internal sealed class DrawingDesk(RelaisDb db, ICurrentUser user, IScopeResolver places, TerritoryDrawing drawing, FreeCodes codes, JournalWriter journal, TimeProvider clock)
{
    private const string Subject = "territory";

    /// <summary>How long a list is a mistake that can be taken back; later it was used, and is ended instead.</summary>
    private static readonly TimeSpan Regret = TimeSpan.FromDays(7);

    public static IReadOnlyList<Role> Drawers { get; } = [Role.Coordinator, Role.NationalCrisisCentre, Role.Administrator];

    /// <summary>Whether all of these communes lie where the current user may draw.</summary>
    public async Task<bool> MayAsync(IReadOnlyCollection<CommuneCode> communes, CancellationToken cancellation)
    {
        var scopes = user.IsSignedIn ? user.ScopesOf(Drawers) : [];
        if (scopes.Count is 0 || scopes.Contains(Scope.National))
        {
            return scopes.Count > 0;
        }

        var reach = await places.CommunesOfAsync(scopes, cancellation);
        return communes.All(commune => reach.Contains(commune.Value));
    }

    /// <summary>Whether a version may still be taken back, or its end.</summary>
    public bool IsFresh(TerritoryVersion version) => version.EndReason is not null || (version.DrawnAt is { } drawn && clock.GetUtcNow() - drawn < Regret);

    /// <returns>The code that was given to the territory.</returns>
    public async Task<Drawn> SaveAsync(DrawingWish wish, CancellationToken cancellation)
    {
        if (!await MayAsync(wish.Communes, cancellation))
        {
            return DrawingRefusal.OutOfReach;
        }

        for (; ;)
        {
            var code = await codes.FindAsync(wish.Kind, wish.Name, cancellation);
            try
            {
                await db.InTransactionAsync(
                    async () =>
                    {
                        // Before anything is written under the code: it may be another's by now.
                        db.Add(new DrawnTerritory { Code = code });
                        await db.SaveChangesAsync(cancellation);
                        await drawing.WriteAsync(wish.Under(code), wish.Reason, cancellation);
                        journal.Record("territory.drawn", Subject, code.Value, wish.InJournal);
                    },
                    cancellation);
                return code;
            }
            catch (DbUpdateException exception) when (exception.RefusedBy("drawn_territory_pkey", "drawn_territory.code"))
            {
                // Somebody saved one of the same name at this very instant: the next code is free.
                db.ChangeTracker.Clear();
            }
        }
    }

    /// <summary>A new list from a day on; the one before ends there.</summary>
    public async Task<Drawn> RedrawAsync(TerritoryCode code, DrawingWish wish, CancellationToken cancellation)
    {
        if (!await MayAsync(wish.Communes, cancellation))
        {
            return DrawingRefusal.OutOfReach;
        }

        try
        {
            return await ChangeAsync(
                code,
                async (last, members) =>
                {
                    if (wish.From <= last.ValidFrom || (last.ValidTo is { } end && wish.From < end))
                    {
                        return DrawingRefusal.BeginsTooEarly;
                    }

                    if (last.ValidTo is null && last.Name == wish.Name && members.ToHashSet().SetEquals(wish.Communes))
                    {
                        return DrawingRefusal.NothingChanges;
                    }

                    await drawing.WriteAsync(wish.Under(code) with { Kind = last.Kind }, wish.Reason, cancellation);
                    journal.Record("territory.redrawn", Subject, code.Value, wish.InJournal);
                    return code;
                },
                cancellation);
        }
        catch (Exception exception) when (exception.RefusedBy("territory_versions_never_overlap") || exception.RefusedBy("territory_version_code_valid_from_key", "territory_version.code"))
        {
            db.ChangeTracker.Clear();
            return DrawingRefusal.ChangedMeanwhile;
        }
    }

    /// <param name="day">The first day on which the territory is no more.</param>
    public Task<Drawn> EndAsync(TerritoryCode code, DateOnly day, string reason, CancellationToken cancellation) => ChangeAsync(
        code,
        (last, _) =>
        {
            if (last.ValidTo is not null || day <= last.ValidFrom)
            {
                return Task.FromResult<Drawn>(last.ValidTo is null ? DrawingRefusal.BeginsTooEarly : DrawingRefusal.ChangedMeanwhile);
            }

            (last.ValidTo, last.EndReason) = (day, reason);
            journal.Record("territory.ended", Subject, code.Value, $"{day:O}");
            return Task.FromResult<Drawn>(code);
        },
        cancellation);

    /// <summary>Takes back the end of a territory, else its last list.</summary>
    public Task<Drawn> UndoAsync(TerritoryCode code, Guid version, CancellationToken cancellation) => ChangeAsync(
        code,
        async (last, _) =>
        {
            if (last.Id != version || !IsFresh(last))
            {
                return last.Id != version ? DrawingRefusal.ChangedMeanwhile : DrawingRefusal.TooLate;
            }

            if (last.EndReason is not null)
            {
                (last.ValidTo, last.EndReason) = (null, null);
            }
            else
            {
                await db.Set<TerritoryCommune>().Where(member => member.VersionId == last.Id).ExecuteDeleteAsync(cancellation);
                await db.Set<TerritoryVersion>().Where(one => one.Id == last.Id).ExecuteDeleteAsync(cancellation);
                await db.Set<TerritoryVersion>().Where(one => one.Code == code && one.ValidTo == last.ValidFrom && one.EndReason == null)
                    .ExecuteUpdateAsync(update => update.SetProperty(one => one.ValidTo, (DateOnly?)null), cancellation);
                db.Entry(last).State = EntityState.Detached;
            }

            journal.Record("territory.undone", Subject, code.Value, $"{last.ValidFrom:O}");
            return code;
        },
        cancellation);

    /// <summary>Changes the last version of a drawn territory that lies where the current user may draw.</summary>
    private Task<Drawn> ChangeAsync(TerritoryCode code, Func<TerritoryVersion, IReadOnlyList<CommuneCode>, Task<Drawn>> change, CancellationToken cancellation) => db.InTransactionAsync(
        async () =>
        {
            var last = await db.Set<TerritoryVersion>().Where(version => version.Code == code).OrderByDescending(version => version.ValidFrom).FirstOrDefaultAsync(cancellation);
            if (last?.Kind.IsDrawn() is not true)
            {
                return DrawingRefusal.Unknown;
            }

            var members = await db.Set<TerritoryCommune>().Where(member => member.VersionId == last.Id).Select(member => member.CommuneCode).ToListAsync(cancellation);
            return await MayAsync(members, cancellation) ? await change(last, members) : DrawingRefusal.OutOfReach;
        },
        cancellation);
}
