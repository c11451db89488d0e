using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Relais.Design.Files;
using Relais.Documents;
using Relais.Kernel.Wording;

namespace Relais.Reinforcement.PublicReports;

/// <summary>One report, on one page, for everybody.</summary>
internal sealed class ReportModel(PublishedReports reports, Words T) : PageModel, IHasTables
{
    public PublicReport Report { get; private set; } = null!;

    public ReportView View { get; private set; } = null!;

    Sheet? IHasTables.Table(string? name) => View.SheetOf(name);

    public async Task<IActionResult> OnGetAsync(Guid id, CancellationToken cancellation)
    {
        if (await reports.FindAsync(id, cancellation) is not { } report)
        {
            return NotFound();
        }

        (Report, View) = (report, new ReportView(report.Place, report.FirstMonth, report.LastMonth, report.Figures, T));
        return Page();
    }
}
