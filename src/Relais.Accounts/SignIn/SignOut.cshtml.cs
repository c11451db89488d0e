using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Relais.Accounts.Rights;
using Relais.Accounts.Sessions;
using Relais.Kernel.Data;

namespace Relais.Accounts.SignIn;

internal sealed class SignOutModel(RelaisDb db, CurrentUser user, OpenSessions sessions, SignInManager<Account> signIn) : PageModel
{
    public async Task<IActionResult> OnPostAsync(CancellationToken cancellation)
    {
        if (user.Session is { } session)
        {
            await sessions.CloseAsync(user.Account, one => one.Id == session, cancellation);
            await db.SaveChangesAsync(cancellation);
        }

        await signIn.SignOutAsync();
        Response.ClearKeptPages();
        return LocalRedirect("/");
    }
}
