using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Relais.Accounts.Contracts;
using Relais.Accounts.Forgetting;
using Relais.Design.Display;
using Relais.Kernel.Wording;

namespace Relais.Accounts.MyData;

internal sealed class EraseMeModel(ICurrentUser user, Erasure erasure, ErasureRequests requests, Words T) : PageModel
{
    [BindProperty]
    public EraseForm Form { get; set; } = new();

    /// <summary>What stands against it now.</summary>
    public IReadOnlyList<string> Why { get; private set; } = [];

    public int Days { get; private set; }

    public async Task OnGetAsync(CancellationToken cancellation)
    {
        Why = await erasure.WhyNotAsync(user.Person, cancellation);
        Days = await requests.DaysToChangeOnesMindAsync(cancellation);
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellation)
    {
        if (!Form.IsSure)
        {
            ModelState.AddModelError("Form.IsSure", T["Cochez la case pour confirmer"]);
        }

        if (!ModelState.IsValid || await requests.AskAsync(user.Person, cancellation) is not [])
        {
            await OnGetAsync(cancellation);
            return Page();
        }

        TempData.Announce(T["Votre demande est notée. Vous recevez un message qui dit quand vos données seront effacées."]);
        return LocalRedirect("/mon-compte/donnees");
    }

    internal sealed class EraseForm
    {
        [Display(Name = "J’ai compris que cela ne pourra plus être défait")]
        public bool IsSure { get; init; }
    }
}
