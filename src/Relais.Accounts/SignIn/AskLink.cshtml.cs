using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Relais.Accounts.Contracts;
using Relais.Kernel.Wording;

namespace Relais.Accounts.SignIn;

internal sealed class AskLinkModel(SignInLinks links, Words T) : PageModel
{
    [BindProperty]
    public AskForm Form { get; set; } = new();

    [BindProperty(SupportsGet = true)]
    public string? Retour { get; set; }

    /// <summary>The address to which the link went, if anybody has it.</summary>
    public string? SentTo { get; private set; }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellation)
    {
        if (!ModelState.IsValid || !ContactPoint.TryEmail(Form.Email, out var address))
        {
            return Page();
        }

        var returnTo = Url.IsLocalUrl(Retour) ? Retour : null;
        if (await links.AskAsync(address, returnTo, HttpContext.Connection.RemoteIpAddress, cancellation) is { } until)
        {
            ModelState.AddModelError("Form.Email", T["Plusieurs liens ont déjà été demandés pour cette adresse : regardez vos messages, ou réessayez après {0}.", LocalHour.Of(until)]);
            return Page();
        }

        SentTo = address.Value;
        return Page();
    }

    internal sealed class AskForm
    {
        [Display(Name = "Adresse électronique")]
        [Required(ErrorMessage = "Indiquez votre adresse électronique")]
        [EmailField]
        public string? Email { get; init; }
    }
}
