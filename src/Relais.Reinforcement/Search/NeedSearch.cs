using Microsoft.EntityFrameworkCore;
using Relais.Kernel.Data;
using Relais.Kernel.Search;
using Relais.Kernel.Text;
using Relais.Kernel.Wording;
using Relais.Reinforcement.Needs;
using Relais.Territory.Contracts;

namespace Relais.Reinforcement.Search;

/// <summary>Lets those who answer for establishments find the needs to come by trade, place or reason.</summary>
internal sealed class NeedSearch(RelaisDb db, SearchReach reach, IFacilities facilities, ICommunes communes, NeedText text, Words t, TimeProvider clock) : ISearchSource
{
    private const int MostRead = 2000;

    public string Title => "Besoins";

    public async Task<IReadOnlyList<SearchHit>> SearchAsync(string searchKey, int most, CancellationToken cancellation)
    {
        if (await reach.FindAsync(cancellation) is not { } isWithin)
        {
            return [];
        }

        var now = clock.GetUtcNow();
        var needs = await db.Set<Need>().AsNoTracking()
            .Where(need => need.EndsAt > now && need.State != NeedState.Cancelled)
            .OrderBy(need => need.StartsAt).Take(MostRead)
            .ToListAsync(cancellation);
        var known = await facilities.FindAsync([.. needs.Select(need => need.Finess).Distinct()], cancellation);
        var table = await communes.GetAsync(cancellation);
        var words = searchKey.Split(' ', StringSplitOptions.RemoveEmptyEntries);

        var hits = new List<SearchHit>();
        foreach (var need in needs)
        {
            if (hits.Count < most && known.GetValueOrDefault(need.Finess) is { } facility && isWithin(facility) && Holds(need, facility))
            {
                hits.Add(new SearchHit($"{t[need.Cell.Label].Value}, {facility.Name}", text.When(need), $"/besoins/{need.Id}"));
            }
        }

        return hits;

        bool Holds(Need need, FacilitySummary facility)
        {
            var key = SearchKey.From(t[need.Cell.Label].Value, facility.Name, table.Find(need.CommuneCode)?.Name, need.Site, need.Reason);
            return Array.TrueForAll(words, word => key.Contains(word, StringComparison.Ordinal));
        }
    }
}
