using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Relais.Accounts.Contracts;
using Relais.Accounts.Passkeys;
using Relais.Kernel.Wording;

namespace Relais.Accounts.SignIn;

internal sealed class PasswordModel(PasswordSignIn signIn, PasskeySignIn passkeys, Words T) : PageModel
{
    [BindProperty]
    public SignInForm Form { get; set; } = new();

    [BindProperty(SupportsGet = true)]
    public string? Retour { get; set; }

    /// <summary>What is asked of an authenticator; a new one for each showing.</summary>
    public PasskeyQuestion Question { get; private set; } = null!;

    public async Task OnGetAsync() => Question = await passkeys.AskAsync(HttpContext);

    /// <param name="key">What an authenticator answered.</param>
    public async Task<IActionResult> OnPostPasskeyAsync([Bind(Prefix = "Key")] PasskeyAnswer key, CancellationToken cancellation)
    {
        // The other form of the page, which was not sent, has nothing to complain of.
        ModelState.Clear();
        if (await passkeys.TryAsync(HttpContext, key.State, key.Credential, key.Stay, cancellation))
        {
            return LocalRedirect(Url.IsLocalUrl(Retour) ? Retour : "/");
        }

        ModelState.AddModelError("", T["Cette clé d’accès n’a pas été reconnue. Réessayez, ou entrez par un lien ou un mot de passe."]);
        return await ShowAsync();
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellation)
    {
        if (!ModelState.IsValid || !ContactPoint.TryEmail(Form.Email, out var address))
        {
            return await ShowAsync();
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

        return await ShowAsync();
    }

    private async Task<PageResult> ShowAsync()
    {
        await OnGetAsync();
        return Page();
    }

    internal sealed class PasskeyAnswer
    {
        public string? State { get; init; }

        public string? Credential { get; init; }

        [Display(Name = "Rester connecté sur cet appareil")]
        public bool Stay { get; init; }
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
