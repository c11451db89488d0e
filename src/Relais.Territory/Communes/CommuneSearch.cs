using Relais.Kernel.Identifiers;
using Relais.Kernel.Search;
using Relais.Territory.Contracts;

namespace Relais.Territory.Communes;

/// <summary>Lets the one search box find communes; each leads to the territory around it.</summary>
internal sealed class CommuneSearch(ICommunes communes, ITerritories territories) : ISearchSource
{
    public string Title => "Communes";

    public async Task<IReadOnlyList<SearchHit>> SearchAsync(string searchKey, int most, CancellationToken cancellation)
    {
        var hits = new List<SearchHit>();
        foreach (var commune in (await communes.GetAsync(cancellation)).Search(searchKey, most))
        {
            var around = commune.Epci is { } epci ? TerritoryCode.OfEpci(epci) : TerritoryCode.OfDepartment(commune.Department);
            if (await territories.FindAsync(around, cancellation) is { } territory)
            {
                hits.Add(new SearchHit(commune.Name, string.Join(", ", [.. commune.PostalCodes.Take(1), territory.Name]), $"/territoires/{territory.Code}"));
            }
        }

        return hits;
    }
}
