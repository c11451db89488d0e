using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Relais.Accounts.Rights;
using Relais.Accounts.Sessions;
using Relais.Design.Display;
using Relais.Kernel.Data;
using Relais.Kernel.Journal;
using Relais.Kernel.Wording;

namespace Relais.Accounts.Passkeys;

/// <summary>The keys of an account. Only who signed in a moment ago adds one: a session left open must not become a way in.</summary>
internal sealed class MyPasskeysModel(RelaisDb db, CurrentUser user, PasskeyRegistration registration, JournalWriter journal, Words T, TimeProvider clock) : PageModel
{
    public const int LongestName = 60;

    private static readonly TimeSpan Fresh = TimeSpan.FromHours(1);

    [BindProperty]
    public PasskeyForm Form { get; set; } = new();

    public IReadOnlyList<Passkey> Passkeys { get; private set; } = [];

    /// <summary>Nothing for who must sign in again first.</summary>
    public PasskeyQuestion? Question { get; private set; }

    public Task OnGetAsync(CancellationToken cancellation) => LookAsync(cancellation);

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellation)
    {
        if (!await IsFreshAsync(cancellation))
        {
            ModelState.AddModelError("", T["Reconnectez-vous d’abord : une clé ne s’ajoute que dans l’heure qui suit la connexion."]);
        }

        if (ModelState.IsValid)
        {
            switch (await registration.AddAsync(HttpContext, user.Account, user.Person, Form.Name!.Trim(), Form.State, Form.Credential, cancellation))
            {
                case PasskeyAdded.Done:
                    TempData.Announce(T["La clé est ajoutée. Un message vous le confirme."]);
                    return LocalRedirect("/mon-compte/cles");
                case PasskeyAdded.Known:
                    ModelState.AddModelError("", T["Cette clé est déjà connue, ou vous en avez déjà douze."]);
                    break;
                default:
                    ModelState.AddModelError("", T["L’appareil n’a pas donné de clé valable. Réessayez, sans laisser la page ouverte trop longtemps."]);
                    break;
            }
        }

        await LookAsync(cancellation);
        return Page();
    }

    public async Task<IActionResult> OnPostRenameAsync(Guid key, string? name, CancellationToken cancellation)
    {
        ModelState.Clear();
        if (await FindAsync(key, cancellation) is not { } passkey)
        {
            return NotFound();
        }

        if (name?.Trim() is not { Length: > 0 and <= LongestName } wanted)
        {
            ModelState.AddModelError("", T["Donnez un nom de 60 caractères au plus, par exemple « mon téléphone »"]);
            await LookAsync(cancellation);
            return Page();
        }

        passkey.Name = wanted;
        await db.SaveChangesAsync(cancellation);
        TempData.Announce(T["C’est enregistré"]);
        return LocalRedirect("/mon-compte/cles");
    }

    public async Task<IActionResult> OnPostRemoveAsync(Guid key, CancellationToken cancellation)
    {
        if (await FindAsync(key, cancellation) is not { } passkey)
        {
            return NotFound();
        }

        db.Remove(passkey);
        journal.Record("passkey.removed", "passkey", passkey.Id);
        await db.SaveChangesAsync(cancellation);
        TempData.Announce(T["La clé « {0} » n’ouvre plus rien. Effacez-la aussi sur l’appareil.", passkey.Name]);
        return LocalRedirect("/mon-compte/cles");
    }

    private Task<Passkey?> FindAsync(Guid key, CancellationToken cancellation) =>
        db.Set<Passkey>().SingleOrDefaultAsync(passkey => passkey.Id == key && passkey.AccountId == user.Account, cancellation);

    private async Task LookAsync(CancellationToken cancellation)
    {
        Passkeys = await db.Set<Passkey>().AsNoTracking().Where(passkey => passkey.AccountId == user.Account).OrderBy(passkey => passkey.Id).ToListAsync(cancellation);
        Question = await IsFreshAsync(cancellation) ? await registration.AskAsync(HttpContext, user.Account, user.Person, cancellation) : null;
    }

    private async Task<bool> IsFreshAsync(CancellationToken cancellation) =>
        user.Session is { } id && await db.FindAsync<Session>([id], cancellation) is { } session && session.StartedAt > clock.GetUtcNow() - Fresh;

    internal sealed class PasskeyForm
    {
        [Display(Name = "Nom de la clé")]
        [Required(ErrorMessage = "Donnez un nom de 60 caractères au plus, par exemple « mon téléphone »")]
        [StringLength(LongestName, ErrorMessage = "Donnez un nom de 60 caractères au plus, par exemple « mon téléphone »")]
        public string? Name { get; init; }

        [StringLength(20_000)]
        public string? State { get; init; }

        [StringLength(20_000)]
        public string? Credential { get; init; }
    }
}
