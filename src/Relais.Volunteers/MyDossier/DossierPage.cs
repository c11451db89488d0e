using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Relais.Accounts.Contracts;
using Relais.Design.Display;
using Relais.Kernel.Wording;
using Relais.Volunteers.Dossier;
using Relais.Volunteers.Registration;
using Relais.Volunteers.When;

namespace Relais.Volunteers.MyDossier;

/// <summary>A page of one's own dossier. Who has none yet is led to the registration.</summary>
internal abstract class DossierPage(ICurrentUser user, Dossiers dossiers, Words words, TimeProvider clock) : PageModel
{
    public const string Home = "/mon-dossier";

    public Volunteer Volunteer { get; private set; } = null!;

    public DateOnly Today => LocalDays.Today(clock.GetUtcNow(), Volunteer.TimeZone);

    protected Words T => words;

    [NonHandler]
    public override async Task OnPageHandlerExecutionAsync(PageHandlerExecutingContext context, PageHandlerExecutionDelegate next)
    {
        if (await dossiers.ReadAsync(user.Person, HttpContext.RequestAborted) is not { } volunteer)
        {
            context.Result = Redirect(Steps.First);
            return;
        }

        Volunteer = volunteer;
        await next();
    }

    protected async Task<IActionResult> ChangeAsync(string what, Action<Volunteer> change, string url, CancellationToken cancellation)
    {
        await dossiers.ChangeMineAsync(user.Person, what, change, cancellation);
        TempData.Announce(T["C’est enregistré"]);
        return Redirect(url);
    }
}
