using Microsoft.AspNetCore.Mvc;
using Relais.Accounts.Contracts;
using Relais.Kernel.Wording;
using Relais.Volunteers.Contracts;
using Relais.Volunteers.Dossier;
using Relais.Volunteers.MyDossier;

namespace Relais.Volunteers.Settings;

internal sealed class SettingsPage(ICurrentUser user, Dossiers dossiers, Words words, TimeProvider clock) : DossierPage(user, dossiers, words, clock)
{
    [BindProperty]
    public SettingsForm Form { get; set; } = new();

    public void OnGet() => Form = new SettingsForm { IsOn = Volunteer.IsOn, PausedUntil = Volunteer.PausedUntil, WeeklyLimit = Volunteer.WeeklyLimit, YearlyDays = Volunteer.YearlyDays };

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellation)
    {
        if (Form.PausedUntil is { Year: > 2100 })
        {
            ModelState.AddModelError("Form.PausedUntil", T["Vérifiez la date"]);
        }

        return ModelState.IsValid
            ? await ChangeAsync(
                "preferences",
                volunteer => volunteer.Prefer(new AskingPreferences { IsOn = Form.IsOn, PausedUntil = Form.PausedUntil, WeeklyLimit = Form.WeeklyLimit!.Value, YearlyDays = Form.YearlyDays }),
                Home,
                cancellation)
            : Page();
    }
}
