using Microsoft.EntityFrameworkCore;
using Relais.Design.Navigation;
using Relais.Kernel.Data;
using Relais.Kernel.Wording;
using Relais.Reinforcement.Facility;
using Relais.Reinforcement.Needs;
using Relais.Reinforcement.Places;

namespace Relais.Reinforcement.Doors;

/// <summary>To each establishment that somebody manages, with what is still missing there.</summary>
internal sealed class FacilityDoors(RelaisDb db, MyFacilities mine, Words t, TimeProvider clock) : IDoors
{
    private const int Order = 10;

    public async Task<IReadOnlyList<Door>> ForAsync(CancellationToken cancellation)
    {
        var facilities = await mine.ListAsync(cancellation);
        if (facilities.Count is 0)
        {
            return [];
        }

        var numbers = facilities.Select(facility => facility.Number).ToList();
        var now = clock.GetUtcNow();
        var missing = await db.Set<Need>().AsNoTracking()
            .Where(need => numbers.Contains(need.Finess) && need.State == NeedState.Open && (need.LateUntil ?? need.StartsAt) > now)
            .Select(need => new { need.Finess, Free = need.HeadCount - db.Set<Assignment>().Count(a => a.NeedId == need.Id && a.ReleasedAt == null) })
            .ToListAsync(cancellation);
        var free = missing.ToLookup(need => need.Finess, need => need.Free);
        return
        [
            .. facilities.Select(facility => new Door(
                facility.Name,
                free[facility.Number].Sum() is > 0 and var places
                    ? t.Count(places, "Il manque {0} personne.", "Il manque {0} personnes.")
                    : t["Rien ne manque. Nouveau besoin en quatre clics."],
                $"/etablissements/{facility.Number}",
                Order)),
        ];
    }
}
