using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Relais.Accounts.Contracts;
using Relais.Volunteers.Dossier;

namespace Relais.Volunteers.Registration;

internal sealed class DonePage(ICurrentUser user, Dossiers dossiers) : PageModel
{
    public Volunteer Volunteer { get; private set; } = null!;

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellation)
    {
        if (!user.IsSignedIn || await dossiers.ReadAsync(user.Person, cancellation) is not { } volunteer)
        {
            return Redirect(Steps.First);
        }

        Volunteer = volunteer;
        return Page();
    }
}
