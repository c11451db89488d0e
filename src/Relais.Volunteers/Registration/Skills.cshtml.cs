using Microsoft.AspNetCore.Mvc;
using Relais.Volunteers.Skills;

namespace Relais.Volunteers.Registration;

internal sealed class SkillsStep(Drafts drafts, TimeProvider clock) : StepPage(drafts), ISkillsPage
{
    public override int Step => 3;

    [BindProperty]
    public SkillsForm Form { get; set; } = new();

    public void OnGet() => Form = Answers.Skills ?? SkillsForm.For(Answers.Practice!.Chosen, [], DateOnly.FromDateTime(clock.GetUtcNow().UtcDateTime));

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellation)
    {
        if (ModelState.IsValid)
        {
            return await KeepAsync(Answers with { Skills = Form.For(Answers.Practice!.Chosen) }, cancellation);
        }

        Form = Form.For(Answers.Practice!.Chosen);
        return Page();
    }
}
