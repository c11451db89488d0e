using Microsoft.EntityFrameworkCore;
using Relais.Accounts.Contracts;
using Relais.Accounts.SignIn;
using Relais.Kernel.Data;
using Relais.Kernel.PersonalData;

namespace Relais.Accounts.Duplicates;

/// <summary>Rows that change hands from one dossier to another, each written down so that it can go back.</summary>
internal sealed class Handover(RelaisDb db, PersonalTables tables, OwnedRows rows)
{
    public async Task MoveAsync(Merger merger, CancellationToken cancellation)
    {
        var accounts = (From: await AccountAsync(merger.AbsorbedId, cancellation), To: await AccountAsync(merger.KeptId, cancellation));
        var number = await db.Set<MergerMove>().CountAsync(move => move.MergerId == merger.Id, cancellation);
        foreach (var table in tables.All)
        {
            if (table.Merging is not Merging.Move move)
            {
                continue;
            }

            var (from, to) = table.OwnedBy.IsAccount ? accounts : (merger.AbsorbedId.Value, merger.KeptId.Value);
            if (from is not { } absorbed || to is not { } kept)
            {
                continue;
            }

            foreach (var (key, giver, taker) in await ExchangedAsync(table, move, merger.Id, absorbed, kept, cancellation))
            {
                await rows.GiveAsync(table, key, giver, taker, cancellation);
                WriteDown(table, key, giver, taker);
            }

            var may = MayMove(move);
            var alone = move.Twice is { } twice ? $"{may} AND NOT EXISTS (SELECT 1 FROM {table.Name} other WHERE other.{table.Owner} = @to AND ({twice}))" : may;
            foreach (var key in await rows.GiveAllAsync(table, absorbed, kept, alone, cancellation))
            {
                WriteDown(table, key, absorbed, kept);
            }
        }

        void WriteDown(PersonalTable table, string key, Guid giver, Guid taker) =>
            db.Add(new MergerMove { MergerId = merger.Id, Number = ++number, TableName = table.Name, RowKey = key, FromId = giver, ToId = taker });

        await db.SaveChangesAsync(cancellation);
    }

    public async Task UndoAsync(Guid merger, CancellationToken cancellation)
    {
        var known = tables.All.ToDictionary(table => table.Name, StringComparer.Ordinal);
        foreach (var move in await db.Set<MergerMove>().AsNoTracking().Where(move => move.MergerId == merger).OrderByDescending(move => move.Number).ToListAsync(cancellation))
        {
            await rows.GiveAsync(known[move.TableName], move.RowKey, move.ToId, move.FromId, cancellation);
        }
    }

    /// <summary>Which rows are exchanged, from whom to whom, in this order; they go by way of nobody's hands, the merger's.</summary>
    private async Task<IReadOnlyList<(string Key, Guid From, Guid To)>> ExchangedAsync(
        PersonalTable table, Merging.Move move, Guid merger, Guid absorbed, Guid kept, CancellationToken cancellation)
    {
        if (move is not { Twice: { } same, Outweighs: { } outweighs })
        {
            return [];
        }

        var pairs = await rows.PairsAsync(table, absorbed, kept, $"{MayMove(move)} AND ({same}) AND ({outweighs})", cancellation);
        return [.. pairs.SelectMany(pair => new[] { (pair.Other, kept, merger), (pair.Mine, absorbed, kept), (pair.Other, merger, absorbed) })];
    }

    private static string MayMove(Merging.Move move) => move.Never is null ? "1 = 1" : $"NOT ({move.Never})";

    private async Task<Guid?> AccountAsync(PersonId person, CancellationToken cancellation) =>
        await db.Set<Account>().Where(account => account.PersonId == person).Select(account => (AccountId?)account.Id).SingleOrDefaultAsync(cancellation) is { } account ? account.Value : null;
}
