using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Relais.Missions.Certificates;

/// <summary>A certificate of participation, to be printed by its person and checked by whoever was handed it.</summary>
internal sealed class CertificatePageModel(CertificateReading certificates) : PageModel
{
    public CertificateView View { get; private set; } = null!;

    public async Task<IActionResult> OnGetAsync(string code, CancellationToken cancellation)
    {
        if (await certificates.FindAsync(code, cancellation) is not { } view)
        {
            return NotFound();
        }

        View = view;
        return Page();
    }
}
