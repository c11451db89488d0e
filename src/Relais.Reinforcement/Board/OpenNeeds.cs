using Microsoft.EntityFrameworkCore;
using Relais.Accounts.Contracts;
using Relais.Kernel.Data;
using Relais.Reinforcement.Needs;
using Relais.Reinforcement.Offers;
using Relais.Reinforcement.Places;
using Relais.Territory.Contracts;

namespace Relais.Reinforcement.Board;

/// <summary>What is not filled in the territory of who asks, the most pressing first.</summary>
internal sealed class OpenNeeds(RelaisDb db, ICurrentUser user, IFacilities facilities, TimeProvider clock)
{
    private const int Most = 200;

    public async Task<IReadOnlyList<OpenNeed>> ListAsync(CancellationToken cancellation)
    {
        var now = clock.GetUtcNow();
        var rows = await db.Set<Need>().AsNoTracking()
            .Where(need => need.State == NeedState.Open && need.EndsAt > now)
            .OrderBy(need => need.StartsAt).Take(Most)
            .Select(need => new
            {
                Need = need,
                Held = db.Set<Assignment>().Count(a => a.NeedId == need.Id && a.ReleasedAt == null),
                Asked = db.Set<Offer>().Count(o => o.NeedId == need.Id),
            })
            .ToListAsync(cancellation);

        var names = await facilities.FindAsync([.. rows.Select(row => row.Need.Finess).Distinct()], cancellation);
        var seen = new List<OpenNeed>(rows.Count);
        foreach (var row in rows)
        {
            var resource = new Resource { Finess = row.Need.Finess.Value, Commune = row.Need.CommuneCode.Value };
            if (await user.MayAsync(resource, cancellation, Role.Coordinator, Role.NationalCrisisCentre))
            {
                seen.Add(new OpenNeed(row.Need, names.GetValueOrDefault(row.Need.Finess)?.Name ?? row.Need.Finess.Printed, row.Held, row.Asked));
            }
        }

        return seen;
    }
}

internal sealed record OpenNeed(Need Need, string Facility, int Held, int Asked);
