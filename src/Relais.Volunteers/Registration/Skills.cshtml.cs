using Microsoft.AspNetCore.Mvc;
using Relais.Kernel.Wording;
using Relais.Volunteers.Skills;

namespace Relais.Volunteers.Registration;

internal sealed class SkillsStep(Drafts drafts, Words words, TimeProvider clock) : StepPage(drafts), ISkillsPage
{
    public override int Step => 3;

    [BindProperty]
    public SkillsForm Form { get; set; } = new();

    public void OnGet() => Form = Answers.Skills ?? SkillsForm.For(Answers.Practice!.Chosen, [], DateOnly.FromDateTime(clock.GetUtcNow().UtcDateTime));

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellation)
    {
        // Only the units of the professions chosen count, whatever was sent.
        Form = Form.For(Answers.Practice!.Chosen);
        if (ModelState.IsValid && !Form.HasAny)
        {
            ModelState.AddModelError("Form.Lines[0].Experience", words[SkillsForm.NoneSentence]);
        }

        return ModelState.IsValid ? await KeepAsync(Answers with { Skills = Form }, cancellation) : Page();
    }
}
