using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Relais.Accounts.Contracts;
using Relais.Kernel.Identifiers;
using Relais.Missions.Contracts;
using Relais.Missions.Presence;

namespace Relais.Missions.Welcome;

/// <summary>What is ready for one person who comes, ticked line by line.</summary>
internal sealed class WelcomeOneModel(PresenceList list, WelcomeBook book, IPeople people) : PageModel, IShowsPeople
{
    public PresenceLine Line { get; private set; } = null!;

    public Readiness Readiness { get; private set; } = null!;

    public IReadOnlyDictionary<PersonId, PersonName> Names { get; private set; } = new Dictionary<PersonId, PersonName>();

    FileReading IShowsPeople.Reading => MissionsReadings.Presence;

    IEnumerable<PersonId> IShowsPeople.PeopleShown => [Line.Mission.PersonId];

    [BindProperty]
    public Guid[] Done { get; set; } = [];

    public async Task<IActionResult> OnGetAsync(Finess finess, Guid mission, CancellationToken cancellation) =>
        await LookAsync(finess, mission, cancellation) ? Page() : NotFound();

    public async Task<IActionResult> OnPostAsync(Finess finess, Guid mission, CancellationToken cancellation)
    {
        if (!await LookAsync(finess, mission, cancellation))
        {
            return NotFound();
        }

        if (!ModelState.IsValid)
        {
            return Page();
        }

        await book.TickAsync(Line.Mission.Id, Done.ToHashSet(), cancellation);
        return Redirect($"/etablissements/{finess}/presences");
    }

    private async Task<bool> LookAsync(Finess finess, Guid mission, CancellationToken cancellation)
    {
        if (await list.FindAsync(finess, new MissionId(mission), cancellation) is not { } line)
        {
            return false;
        }

        Line = line;
        Readiness = await book.OfAsync(line.Mission, cancellation);
        Names = await people.FindAsync([.. Readiness.Lines.Select(ready => ready.By).OfType<PersonId>().Distinct()], cancellation);
        return true;
    }
}
