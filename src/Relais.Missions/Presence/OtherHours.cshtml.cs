using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Relais.Accounts.Contracts;
using Relais.Kernel.Identifiers;
using Relais.Kernel.Wording;
using Relais.Missions.Contracts;
using Relais.Missions.Hours;
using Relais.Missions.Life;

namespace Relais.Missions.Presence;

/// <summary>The establishment tells other hours than those planned, or than those that the person told.</summary>
internal sealed class OtherHoursModel(PresenceList list, Agreeing agreeing, Words t) : PageModel, IShowsPeople
{
    public PresenceLine Line { get; private set; } = null!;

    [BindProperty]
    public HoursForm Form { get; set; } = new();

    FileReading IShowsPeople.Reading => MissionsReadings.Presence;

    IEnumerable<PersonId> IShowsPeople.PeopleShown => [Line.Mission.PersonId];

    public async Task<IActionResult> OnGetAsync(Finess finess, Guid mission, CancellationToken cancellation)
    {
        if (await list.FindAsync(finess, new MissionId(mission), cancellation) is not { } line)
        {
            return NotFound();
        }

        Line = line;
        Form = HoursForm.From(line.Hours?.Told ?? line.Mission.Planned, line.Mission.TimeZone);
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(Finess finess, Guid mission, CancellationToken cancellation)
    {
        if (await list.FindAsync(finess, new MissionId(mission), cancellation) is not { } line)
        {
            return NotFound();
        }

        Line = line;
        if (ModelState.IsValid)
        {
            var (hours, fault) = Form.Read(line.Mission);
            if (fault is { } wrong)
            {
                ModelState.AddModelError($"Form.{wrong.Field}", t[wrong.Sentence]);
            }
            else if (await agreeing.TellAsync(line.Mission.Id, Side.Host, hours, cancellation) is MissionResult.Refused refused)
            {
                ModelState.AddModelError("Form.Starts", refused.Sentence);
            }
        }

        return ModelState.IsValid ? Redirect($"/etablissements/{finess}/presences") : Page();
    }
}
