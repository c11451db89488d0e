using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Relais.Accounts.People;
using Relais.Accounts.Rights;
using Relais.Accounts.SignIn;
using Relais.Design.Display;
using Relais.Kernel.Data;
using Relais.Kernel.Wording;

namespace Relais.Accounts.Sessions;

internal sealed class MySessionsModel(RelaisDb db, CurrentUser user, OpenSessions sessions, SignInManager<Account> signIn, Words T) : PageModel
{
    private ContactWishes _wishes = null!;

    public IReadOnlyList<Session> Sessions { get; private set; } = [];

    public async Task OnGetAsync(CancellationToken cancellation)
    {
        _wishes = await db.WishesOfAsync(user.Person, cancellation);
        Sessions = [.. (await sessions.ListAsync(user.Account, cancellation)).OrderByDescending(IsThisOne)];
    }

    public async Task<IActionResult> OnPostAsync(Guid session, CancellationToken cancellation)
    {
        if (await sessions.CloseAsync(user.Account, one => one.Id == session, cancellation) is 0)
        {
            return NotFound();
        }

        await db.SaveChangesAsync(cancellation);
        if (session == user.Session)
        {
            await signIn.SignOutAsync();
            Response.ClearKeptPages();
            return LocalRedirect("/connexion");
        }

        TempData.Announce(T["Cet appareil est déconnecté : il n’ouvre plus rien."]);
        return LocalRedirect("/mon-compte/appareils");
    }

    public async Task<IActionResult> OnPostOthersAsync(CancellationToken cancellation)
    {
        var closed = await sessions.CloseAsync(user.Account, one => one.Id != user.Session, cancellation);
        await db.SaveChangesAsync(cancellation);
        TempData.Announce(closed is 0 ? T["Il n’y avait pas d’autre appareil connecté."] : T.Count(closed, "{0} autre appareil est déconnecté.", "{0} autres appareils sont déconnectés."));
        return LocalRedirect("/mon-compte/appareils");
    }

    public bool IsThisOne(Session session) => session.Id == user.Session;

    public string Name(Session session) => session.Device is DeviceName.Unknown ? T["Appareil inconnu"] : session.Device;

    public string Means(Session session) => session.Means switch
    {
        SignInMeans.Password => T["par mot de passe"],
        SignInMeans.Link => T["par un lien reçu par courriel"],
        SignInMeans.Passkey => T["par une clé d’accès"],
        _ => T["à l’inscription"],
    };

    public DateTimeOffset Local(DateTimeOffset instant) => _wishes.Local(instant);
}
