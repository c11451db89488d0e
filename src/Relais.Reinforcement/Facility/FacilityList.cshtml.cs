using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Relais.Territory.Contracts;

namespace Relais.Reinforcement.Facility;

/// <summary>The way to one's establishment: straight there when there is only one.</summary>
internal sealed class FacilityListModel(MyFacilities mine) : PageModel
{
    public IReadOnlyList<FacilitySummary> Facilities { get; private set; } = [];

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellation)
    {
        Facilities = await mine.ListAsync(cancellation);
        return Facilities is [var only] ? Redirect($"/etablissements/{only.Number}") : Page();
    }
}
