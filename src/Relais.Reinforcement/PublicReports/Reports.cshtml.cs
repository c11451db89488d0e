using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Relais.Reinforcement.PublicReports;

/// <summary>Every report that is published, for everybody.</summary>
internal sealed class ReportsModel(PublishedReports reports) : PageModel
{
    public IReadOnlyList<PublicReport> All { get; private set; } = [];

    public async Task OnGetAsync(CancellationToken cancellation) => All = await reports.ListAsync(cancellation);
}
