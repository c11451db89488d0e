using Microsoft.AspNetCore.Mvc;
using Relais.Volunteers.When;

namespace Relais.Volunteers.Registration;

internal sealed class WhenStep(Drafts drafts) : StepPage(drafts), IWhenPage
{
    public override int Step => 5;

    [BindProperty]
    public WhenForm Form { get; set; } = new();

    public void OnGet() => Form = Answers.When ?? Form;

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellation) =>
        ModelState.IsValid ? await KeepAsync(Answers with { When = Form }, cancellation) : Page();
}
