using Microsoft.EntityFrameworkCore;
using Relais.Kernel.Data;

namespace Relais.Territory.Differences;

/// <summary>Comparing and deciding wait for each other, on whatever node: neither writes over what the other just read.</summary>
internal static class DifferenceTurn
{
    /// <summary>Until the end of the transaction in progress. SQLite has one writer anyway.</summary>
    public static async Task WaitAsync(RelaisDb db, CancellationToken cancellation)
    {
        if (db.Engine is Engine.Postgres)
        {
            await db.Database.ExecuteSqlAsync($"SELECT pg_advisory_xact_lock(7269)", cancellation);
        }
    }
}
