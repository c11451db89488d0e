using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Extensions.DependencyInjection;
using Relais.Accounts.Contracts;
using Relais.Volunteers.Dossier;

namespace Relais.Volunteers.Registration;

/// <summary>One step: one address, saved alone. Nobody jumps over an unanswered step; from the check one comes back to it.</summary>
internal abstract class StepPage(Drafts drafts) : PageModel
{
    public abstract int Step { get; }

    public RegistrationAnswers Answers { get; private set; } = new();

    /// <summary>Set when the person came from the check of the answers, to return there.</summary>
    [BindProperty(SupportsGet = true)]
    public bool Retour { get; set; }

    public string? BackUrl => Retour ? Steps.Url(Steps.Last) : Step > 1 ? Steps.Url(Step - 1) : null;

    [NonHandler]
    public override async Task OnPageHandlerExecutionAsync(PageHandlerExecutingContext context, PageHandlerExecutionDelegate next)
    {
        var cancellation = HttpContext.RequestAborted;
        var user = HttpContext.RequestServices.GetRequiredService<ICurrentUser>();
        if (user.IsSignedIn && await HttpContext.RequestServices.GetRequiredService<Dossiers>().ExistsAsync(user.Person, cancellation))
        {
            context.Result = Redirect("/mon-dossier");
            return;
        }

        Answers = await drafts.ReadAsync(cancellation);
        if (Answers.NextStep < Step)
        {
            context.Result = Redirect(Steps.Url(Answers.NextStep));
            return;
        }

        await next();
    }

    protected async Task<IActionResult> KeepAsync(RegistrationAnswers answers, CancellationToken cancellation)
    {
        await drafts.SaveAsync(answers, cancellation);
        return Redirect(Retour && answers.NextStep is Steps.Last ? Steps.Url(Steps.Last) : Steps.Url(Math.Min(Step + 1, answers.NextStep)));
    }
}
