using Relais.Accounts.Contracts;
using Relais.Territory.Contracts;

namespace Relais.Reinforcement.Facility;

/// <summary>The establishments for which the person of this request answers, with the sites of those that are legal entities.</summary>
internal sealed class MyFacilities(ICurrentUser user, IFacilities facilities)
{
    public async Task<IReadOnlyList<FacilitySummary>> ListAsync(CancellationToken cancellation)
    {
        var numbers = user.GivenFacilities();
        return numbers.Count is 0 ? [] : await facilities.WithSitesAsync(numbers, cancellation);
    }
}
