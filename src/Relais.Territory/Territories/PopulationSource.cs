using Microsoft.EntityFrameworkCore;
using Relais.Kernel.Data;
using Relais.Territory.Contracts;

namespace Relais.Territory.Territories;

/// <summary>Where a way of counting inhabitants comes from: the source has the key of the count.</summary>
internal static class PopulationSource
{
    public static async Task<DataSource> OfAsync(RelaisDb db, PopulationCount count, CancellationToken cancellation)
    {
        var key = count.ToString();
        return await db.Database
            .SqlQuery<DataSource>($"""SELECT name AS "Name", vintage AS "Vintage", licence AS "Licence" FROM data_source WHERE key = {key}""")
            .SingleAsync(cancellation);
    }
}
