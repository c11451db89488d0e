using Microsoft.EntityFrameworkCore;
using Relais.Accounts.Contracts;
using Relais.Accounts.Duplicates;
using Relais.Accounts.People;
using Relais.Accounts.SignIn;
using Relais.Kernel.Data;
using Relais.Kernel.Journal;
using Relais.Kernel.PersonalData;

namespace Relais.Accounts.Forgetting;

/// <summary>
/// Forgets a person: what made rows personal goes, what others are held to stays under a number that leads to no name.
/// </summary>
internal sealed class Erasure(
    RelaisDb db, PersonalTables tables, OwnedRows rows, IEnumerable<IPersonRoom> rooms, JournalWriter journal, TimeProvider clock)
{
    /// <summary>What stands against it now; nothing when nothing does.</summary>
    public async Task<IReadOnlyList<string>> WhyNotAsync(PersonId person, CancellationToken cancellation)
    {
        var why = new List<string>();
        foreach (var room in rooms)
        {
            why.AddRange(await room.WhyNotErasedAsync(person, cancellation));
        }

        return why;
    }

    /// <summary>Erases the person and the dossiers that were found to be second ones of theirs.</summary>
    /// <returns>False when something stands against it now.</returns>
    public Task<bool> EraseAsync(PersonId person, CancellationToken cancellation) => db.InTransactionAsync(
        async () =>
        {
            await rows.LockAsync(tables.All, cancellation);
            if (await WhyNotAsync(person, cancellation) is not [])
            {
                return false;
            }

            await ForgetAsync(person, cancellation);
            return true;
        },
        cancellation);

    private async Task ForgetAsync(PersonId person, CancellationToken cancellation)
    {
        foreach (var absorbed in await db.Set<Person>().Where(other => other.AbsorbedBy == person && other.ErasedAt == null).Select(other => other.Id).ToListAsync(cancellation))
        {
            await ForgetAsync(absorbed, cancellation);
        }

        foreach (var room in rooms)
        {
            await room.ErasingAsync(person, cancellation);
        }

        var account = await db.Set<Account>().Where(known => known.PersonId == person).Select(known => (AccountId?)known.Id).SingleOrDefaultAsync(cancellation);
        foreach (var table in tables.All.Reverse())
        {
            if (StatementOf(table) is { } statement && (table.OwnedBy.IsAccount ? account?.Value : person.Value) is { } owner)
            {
                await using var command = await rows.CommandAsync(statement, cancellation);
                command.Add("owner", owner);
                command.Add("now", db.Parameter(clock.GetUtcNow()));
                await command.ExecuteNonQueryAsync(cancellation);
            }
        }

        db.ChangeTracker.Clear();
        journal.Record("person.erased", "person", person.Value);
        await db.SaveChangesAsync(cancellation);
    }

    private static string? StatementOf(PersonalTable table) => table.Erasing switch
    {
        Erasing.Delete { Where: { } where } => $"DELETE FROM {table.Name} AS mine WHERE {table.OfOwner} AND ({where})",
        Erasing.Delete => $"DELETE FROM {table.Name} AS mine WHERE {table.OfOwner}",
        Erasing.Blank blank => $"UPDATE {table.Name} AS mine SET {blank.Set} WHERE {table.OfOwner}",
        _ => null,
    };
}
