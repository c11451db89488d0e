using Microsoft.EntityFrameworkCore;
using Relais.Kernel.Data;
using Relais.Kernel.Identifiers;
using Relais.Kernel.Text;
using Relais.Territory.Contracts;

namespace Relais.Territory.Facilities;

internal sealed class FacilityDirectory(RelaisDb db, TimeProvider clock) : IFacilities
{
    public async Task<FacilitySummary?> FindAsync(Finess number, CancellationToken cancellation) =>
        await db.Set<Facility>().AsNoTracking().SingleOrDefaultAsync(f => f.Number == number, cancellation) is { } facility ? Summary(facility) : null;

    public async Task<IReadOnlyDictionary<Finess, FacilitySummary>> FindAsync(IReadOnlyCollection<Finess> numbers, CancellationToken cancellation)
    {
        var found = await db.Set<Facility>().AsNoTracking().Where(f => numbers.Contains(f.Number)).ToListAsync(cancellation);
        return found.ToDictionary(facility => facility.Number, Summary);
    }

    public async Task<IReadOnlyList<FacilitySummary>> WithSitesAsync(IReadOnlyCollection<Finess> numbers, CancellationToken cancellation)
    {
        var found = await db.Set<Facility>().AsNoTracking()
            .Where(f => f.ClosedAt == null && (numbers.Contains(f.Number) || numbers.Contains(f.Entity))).OrderBy(f => f.Name).ToListAsync(cancellation);
        return found.ConvertAll(Summary);
    }

    public async Task<IReadOnlyList<FacilitySummary>> SearchAsync(string words, int most, CancellationToken cancellation)
    {
        var key = SearchKey.From(words);
        var found = await db.Set<Facility>().AsNoTracking()
            .Where(f => f.ClosedAt == null && f.SearchKey.Contains(key)).OrderBy(f => f.Name).Take(most).ToListAsync(cancellation);
        return found.ConvertAll(Summary);
    }

    public void Record(NewFacility facility) => db.Add(new Facility
    {
        Number = facility.Number,
        Entity = facility.Entity ?? facility.Number,
        Kind = facility.Entity is null || facility.Entity == facility.Number ? FacilityKind.Entity : FacilityKind.Site,
        Name = facility.Name,
        SearchKey = Facility.KeyOf(facility.Name, facility.Number),
        Category = facility.Category,
        CommuneCode = facility.Commune,
        Address = facility.Address,
        Phone = facility.Phone,
        Source = facility.Source,
        RecordedAt = clock.GetUtcNow(),
    });

    private static FacilitySummary Summary(Facility facility) => new(
        facility.Number, facility.Entity, facility.Name, facility.CommuneCode, facility.Category, facility.Address, facility.Phone)
    {
        ClosedAt = facility.ClosedAt,
    };
}
