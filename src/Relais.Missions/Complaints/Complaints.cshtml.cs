using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Relais.Missions.Complaints;

/// <summary>What waits for an answer of the reader.</summary>
internal sealed class ComplaintsModel(ComplaintBook complaints) : PageModel
{
    public IReadOnlyList<ComplaintLine> Lines { get; private set; } = [];

    public async Task OnGetAsync(CancellationToken cancellation) => Lines = await complaints.ListAsync(cancellation);
}
