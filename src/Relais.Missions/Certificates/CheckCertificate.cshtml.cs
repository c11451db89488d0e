using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Relais.Kernel.Wording;

namespace Relais.Missions.Certificates;

/// <summary>Somebody holds a certificate on paper and wants to know whether it is true.</summary>
internal sealed class CheckCertificateModel(CertificateReading certificates, Words t) : PageModel
{
    [BindProperty(SupportsGet = true)]
    [Display(Name = "Code de l’attestation")]
    [StringLength(40, ErrorMessage = "40 caractères au plus")]
    public string? Code { get; set; }

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellation)
    {
        if (!ModelState.IsValid || string.IsNullOrWhiteSpace(Code))
        {
            return Page();
        }

        if (await certificates.FindAsync(Code, cancellation) is { } view)
        {
            return Redirect($"/attestations/{CertificateCode.Print(view.Certificate.Code)}");
        }

        ModelState.AddModelError(nameof(Code), t["Aucune attestation ne porte ce code : relisez-le sur le document, 12 lettres et chiffres."]);
        return Page();
    }
}
