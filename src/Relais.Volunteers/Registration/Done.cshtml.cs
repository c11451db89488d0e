using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Relais.Accounts.Contracts;
using Relais.Volunteers.Dossier;

namespace Relais.Volunteers.Registration;

internal sealed class DonePage(ICurrentUser user, Dossiers dossiers, IPeople people) : PageModel
{
    /// <summary>Where a link waits to be opened before anything else is sent there.</summary>
    public IReadOnlyList<ContactPoint> ToConfirm { get; private set; } = [];

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellation)
    {
        if (!user.IsSignedIn || !await dossiers.ExistsAsync(user.Person, cancellation))
        {
            return Redirect(Steps.First);
        }

        ToConfirm = [.. (await people.AddressesAsync(user.Person, cancellation)).Where(address => !address.IsProved).Select(address => address.Address)];
        return Page();
    }
}
