using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Relais.Accounts.Rights;
using Relais.Accounts.Sessions;
using Relais.Accounts.SignIn;
using Relais.Design.Display;
using Relais.Kernel.Data;
using Relais.Kernel.Wording;

namespace Relais.Accounts.MyAccount;

/// <summary>Whoever came by a mail link a moment ago has just proved who they are: the old password is not asked.</summary>
internal sealed class ChangePasswordModel(
    RelaisDb db, CurrentUser user, KnownAccounts accounts, OpenSessions sessions, SignInManager<Account> signIn, TimeProvider clock, Words T) : PageModel
{
    private static readonly TimeSpan Fresh = TimeSpan.FromHours(1);

    [BindProperty]
    public PasswordForm Form { get; set; } = new();

    public bool AsksCurrent { get; private set; }

    public Task OnGetAsync(CancellationToken cancellation) => LookAsync(cancellation);

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellation)
    {
        var account = await LookAsync(cancellation);
        if (!ModelState.IsValid)
        {
            return Page();
        }

        if (AsksCurrent && !await IsCurrentAsync(account))
        {
            ModelState.AddModelError("Form.Current", T["Ce n’est pas votre mot de passe actuel. Oublié ? Déconnectez-vous et demandez un lien par courriel."]);
            return Page();
        }

        if (await accounts.SetPasswordAsync(user.Account, Form.New!, cancellation) is { } refusal)
        {
            ModelState.AddModelError("Form.New", T[refusal]);
            return Page();
        }

        await sessions.CloseAsync(user.Account, one => one.Id != user.Session, cancellation);
        await db.SaveChangesAsync(cancellation);
        await sessions.RenewAsync(account, (await db.FindAsync<Session>([user.Session!.Value], cancellation))!);
        TempData.Announce(T["Votre mot de passe est enregistré. Vos autres appareils sont déconnectés."]);
        return LocalRedirect("/mon-compte");
    }

    private async Task<Account> LookAsync(CancellationToken cancellation)
    {
        var account = (await db.FindAsync<Account>([user.Account], cancellation))!;
        AsksCurrent = account.PasswordHash is not null && !Passport.CameByLinkSince(User, clock.GetUtcNow() - Fresh);
        return account;
    }

    private async Task<bool> IsCurrentAsync(Account account)
    {
        var result = await signIn.CheckPasswordSignInAsync(account, Form.Current ?? "", lockoutOnFailure: true);
        return result.Succeeded;
    }

    internal sealed class PasswordForm
    {
        [Display(Name = "Mot de passe actuel")]
        [StringLength(PasswordRules.MostCharacters)]
        public string? Current { get; init; }

        [Display(Name = "Nouveau mot de passe")]
        [Required(ErrorMessage = "Choisissez un mot de passe d’au moins 12 caractères, par exemple quatre mots sans rapport")]
        public string? New { get; init; }
    }
}
