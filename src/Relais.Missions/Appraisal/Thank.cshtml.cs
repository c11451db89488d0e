using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Relais.Accounts.Contracts;
using Relais.Kernel.Identifiers;
using Relais.Missions.Contracts;
using Relais.Missions.Life;
using Relais.Missions.Presence;

namespace Relais.Missions.Appraisal;

/// <summary>A sentence with the thanks, for who wants to say more than the one tap of the list.</summary>
internal sealed class ThankModel(PresenceList list, Thanking thanking) : PageModel, IShowsPeople
{
    public PresenceLine Line { get; private set; } = null!;

    [BindProperty]
    public ThanksForm Form { get; set; } = new();

    FileReading IShowsPeople.Reading => MissionsReadings.Presence;

    IEnumerable<PersonId> IShowsPeople.PeopleShown => [Line.Mission.PersonId];

    public async Task<IActionResult> OnGetAsync(Finess finess, Guid mission, CancellationToken cancellation)
    {
        if (!await LookAsync(finess, mission, cancellation))
        {
            return NotFound();
        }

        Form = new ThanksForm { Words = Line.Thanks?.Words };
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(Finess finess, Guid mission, CancellationToken cancellation)
    {
        if (!await LookAsync(finess, mission, cancellation))
        {
            return NotFound();
        }

        if (ModelState.IsValid && await thanking.GiveAsync(Line.Mission.Id, Form.Words?.Trim() ?? "", cancellation) is MissionResult.Refused refused)
        {
            ModelState.AddModelError("Form.Words", refused.Sentence);
        }

        return ModelState.IsValid ? Redirect($"/etablissements/{finess}/presences") : Page();
    }

    public async Task<IActionResult> OnPostTakeBackAsync(Finess finess, Guid mission, CancellationToken cancellation)
    {
        if (!await LookAsync(finess, mission, cancellation))
        {
            return NotFound();
        }

        await thanking.TakeBackAsync(Line.Mission.Id, cancellation);
        return Redirect($"/etablissements/{finess}/presences");
    }

    private async Task<bool> LookAsync(Finess finess, Guid mission, CancellationToken cancellation)
    {
        if (await list.FindAsync(finess, new MissionId(mission), cancellation) is not { Hours.AgreedAt: not null } line)
        {
            return false;
        }

        Line = line;
        return true;
    }
}

internal sealed class ThanksForm
{
    [Display(Name = "Votre phrase")]
    [StringLength(Thanks.MostCharacters, ErrorMessage = "300 caractères au plus")]
    public string? Words { get; set; }
}
