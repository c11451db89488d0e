using Microsoft.AspNetCore.Mvc;
using Relais.Accounts.Contracts;
using Relais.Kernel.Wording;
using Relais.Volunteers.Dossier;
using Relais.Volunteers.Practice;

namespace Relais.Volunteers.Registration;

internal sealed class PracticeStep(Drafts drafts, Dossiers dossiers, RppsCheck check, ICurrentUser user, Words words) : StepPage(drafts), IPracticePage
{
    public override int Step => 2;

    [BindProperty]
    public PracticeForm Form { get; set; } = new();

    public RppsSaid? Said { get; private set; }

    public void OnGet() => Form = Answers.Practice ?? Form;

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellation)
    {
        await PracticeRules.CheckAsync(ModelState, Form, dossiers, except: null, words, cancellation);
        if (!ModelState.IsValid)
        {
            return Page();
        }

        // Other professions, other units: what was answered for those that stay is kept.
        var skills = Answers.Skills?.For(Form.Chosen);
        var keptSkills = skills is { HasAny: true } ? skills : null;
        return await KeepAsync(Answers with { Practice = Form, Skills = keptSkills }, cancellation);
    }

    public async Task<IActionResult> OnPostCheckAsync(CancellationToken cancellation)
    {
        var countedAs = user.IsSignedIn ? user.Account.ToString() : $"{HttpContext.Connection.RemoteIpAddress}";
        Said = await check.AskAsync(ModelState, Form, new RppsAsker(Answers.Who?.FirstName ?? "", Answers.Who?.LastName ?? "", countedAs, user.IsSignedIn), cancellation);
        return Page();
    }
}
