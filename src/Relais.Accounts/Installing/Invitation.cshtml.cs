using System.ComponentModel.DataAnnotations;
using System.Globalization;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Relais.Accounts.Contracts;
using Relais.Accounts.SignIn;
using Relais.Design.Display;
using Relais.Kernel.Wording;

namespace Relais.Accounts.Installing;

internal sealed class InvitationModel(FirstAdministrators first, IAccounts accounts, Words T) : PageModel
{
    [BindProperty]
    public AdministratorForm Form { get; set; } = new();

    public InvitationState State { get; private set; }

    public async Task<IActionResult> OnGetAsync(string jeton, CancellationToken cancellation) => Show(await first.ReadAsync(jeton, cancellation));

    public async Task<IActionResult> OnPostAsync(string jeton, CancellationToken cancellation)
    {
        if (await first.ReadAsync(jeton, cancellation) is var state and not InvitationState.Open)
        {
            return Show(state);
        }

        if (Form.Password is not null && PasswordRules.Refuse(Form.Password) is { } refusal)
        {
            ModelState.AddModelError("Form.Password", T[refusal]);
        }

        if (!ModelState.IsValid || !ContactPoint.TryEmail(Form.Email, out var address))
        {
            return Page();
        }

        var person = new NewPerson(Form.FirstName!.Trim(), Form.LastName!.Trim(), CultureInfo.CurrentUICulture.TwoLetterISOLanguageName);
        if (await first.MakeAsync(person, address, Form.Password!, cancellation) is not { } account)
        {
            return Show(InvitationState.Used);
        }

        await accounts.SignInAsync(account, stay: false, cancellation);
        TempData.Announce(T["Votre compte est créé. Un message part vers {0} : ouvrez-le pour confirmer votre adresse.", address]);
        return LocalRedirect("/administration/installation");
    }

    private PageResult Show(InvitationState state)
    {
        State = state;
        Response.StatusCode = state switch
        {
            InvitationState.Open => StatusCodes.Status200OK,
            InvitationState.Invalid => StatusCodes.Status404NotFound,
            _ => StatusCodes.Status410Gone,
        };
        return Page();
    }

    internal sealed class AdministratorForm
    {
        [Display(Name = "Prénom")]
        [Required(ErrorMessage = "Indiquez votre prénom")]
        [StringLength(80)]
        public string? FirstName { get; init; }

        [Display(Name = "Nom")]
        [Required(ErrorMessage = "Indiquez votre nom")]
        [StringLength(80)]
        public string? LastName { get; init; }

        [Display(Name = "Adresse électronique")]
        [Required(ErrorMessage = "Indiquez une adresse électronique complète, par exemple prenom.nom@exemple.fr")]
        [EmailField]
        [StringLength(254)]
        public string? Email { get; init; }

        [Display(Name = "Mot de passe")]
        [Required(ErrorMessage = "Choisissez un mot de passe d’au moins 12 caractères, par exemple quatre mots sans rapport")]
        [StringLength(PasswordRules.MostCharacters)]
        public string? Password { get; init; }
    }
}
