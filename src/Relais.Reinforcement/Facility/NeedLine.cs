using Microsoft.EntityFrameworkCore;
using Relais.Kernel.Data;
using Relais.Reinforcement.Needs;
using Relais.Reinforcement.Offers;
using Relais.Reinforcement.Places;

namespace Relais.Reinforcement.Facility;

/// <summary>One need in a list.</summary>
/// <param name="Held">Places that somebody holds.</param>
/// <param name="Asked">People who know of it.</param>
internal sealed record NeedLine(Need Need, int Held, int Asked);

internal sealed class NeedLines(RelaisDb db)
{
    /// <returns>In the order of the needs.</returns>
    public Task<List<NeedLine>> ListAsync(IQueryable<Need> needs, CancellationToken cancellation) => needs.AsNoTracking()
        .Select(need => new NeedLine(
            need,
            db.Set<Assignment>().Count(a => a.NeedId == need.Id && a.ReleasedAt == null),
            db.Set<Offer>().Count(o => o.NeedId == need.Id)))
        .ToListAsync(cancellation);
}
