using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Relais.Accounts.Contracts;
using Relais.Kernel.Wording;

namespace Relais.Accounts.SignIn;

internal sealed class PasswordModel(PasswordSignIn signIn, Words T) : PageModel
{
    [BindProperty]
    public SignInForm Form { get; set; } = new();

    [BindProperty(SupportsGet = true)]
    public string? Retour { get; set; }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellation)
    {
        if (!ModelState.IsValid || !ContactPoint.TryEmail(Form.Email, out var address))
        {
            return Page();
        }

        var network = HttpContext.Connection.RemoteIpAddress;
        switch (await signIn.TryAsync(address, Form.Password!, Form.Stay, network, cancellation))
        {
            case PasswordOutcome.SignedIn:
                return LocalRedirect(Url.IsLocalUrl(Retour) ? Retour : "/");
            case PasswordOutcome.Stopped stopped:
                ModelState.AddModelError("", T["Trop d’essais avec cette adresse : réessayez après {0}, ou demandez un lien par courriel, il fonctionne tout de suite.", LocalHour.Of(stopped.Until)]);
                break;
            case PasswordOutcome.Ambiguous:
                ModelState.AddModelError("", T["Plusieurs personnes utilisent cette adresse : demandez un lien par courriel, vous direz qui vous êtes."]);
                break;
            default:
                ModelState.AddModelError("", T["L’adresse ou le mot de passe ne convient pas. Vérifiez-les, ou demandez un lien par courriel."]);
                break;
        }

        return Page();
    }

    internal sealed class SignInForm
    {
        [Display(Name = "Adresse électronique")]
        [Required(ErrorMessage = "Indiquez votre adresse électronique")]
        [EmailField]
        public string? Email { get; init; }

        [Display(Name = "Mot de passe")]
        [Required(ErrorMessage = "Indiquez votre mot de passe, ou demandez un lien par courriel")]
        [StringLength(PasswordRules.MostCharacters, ErrorMessage = "L’adresse ou le mot de passe ne convient pas. Vérifiez-les, ou demandez un lien par courriel.")]
        public string? Password { get; init; }

        [Display(Name = "Rester connecté sur cet appareil")]
        public bool Stay { get; init; }
    }
}
