using Relais.Kernel.Search;
using Relais.Territory.Contracts;

namespace Relais.Reinforcement.Search;

/// <summary>Lets those who answer for establishments find their pages.</summary>
internal sealed class FacilitySearch(SearchReach reach, IFacilities facilities, ICommunes communes) : ISearchSource
{
    /// <summary>Names are alike from one end of the country to the other: many are read before those within reach are kept.</summary>
    private const int MostRead = 2000;

    public string Title => "Établissements";

    public async Task<IReadOnlyList<SearchHit>> SearchAsync(string searchKey, int most, CancellationToken cancellation)
    {
        if (await reach.FindAsync(cancellation) is not { } isWithin)
        {
            return [];
        }

        var table = await communes.GetAsync(cancellation);
        return
        [
            .. (await facilities.SearchAsync(searchKey, MostRead, cancellation)).Where(isWithin).Take(most)
                .Select(facility => new SearchHit(facility.Name, table.Find(facility.Commune)?.Name ?? facility.Number.Printed, $"/etablissements/{facility.Number.Value}")),
        ];
    }
}
