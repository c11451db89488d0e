using Relais.Kernel.Search;
using Relais.Kernel.Wording;
using Relais.Territory.Contracts;

namespace Relais.Territory.Territories;

/// <summary>Lets the one search box find territories; they are public.</summary>
internal sealed class TerritorySearch(ITerritories territories, Words t) : ISearchSource
{
    public string Title => "Territoires";

    public async Task<IReadOnlyList<SearchHit>> SearchAsync(string searchKey, int most, CancellationToken cancellation) =>
    [
        .. (await territories.SearchAsync(searchKey, most, cancellation))
            .Select(territory => new SearchHit(territory.Name, t.NameOf(territory.Kind), $"/territoires/{territory.Code}")),
    ];
}
