using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Relais.Accounts.Contracts;
using Relais.Design.Files;
using Relais.Documents;
using Relais.Kernel.Identifiers;
using Relais.Kernel.Wording;
using Relais.Missions.Appraisal;
using Relais.Missions.Contracts;
using Relais.Missions.Hours;
using Relais.Missions.Life;
using Relais.Territory.Contracts;

namespace Relais.Missions.Presence;

/// <summary>Arrivals and service done, in one tap each.</summary>
internal sealed class PresencesModel(PresenceList list, Arriving arriving, Absence absence, Agreeing agreeing, Thanking thanking, IFacilities facilities, TimeProvider clock, Words t)
    : PageModel, IShowsPeople, IHasTables
{
    public string FacilityName { get; private set; } = "";

    public IReadOnlyList<PresenceLine> Expected { get; private set; } = [];

    public IReadOnlyList<PresenceLine> ToAgree { get; private set; } = [];

    public IReadOnlyList<PresenceLine> Others { get; private set; } = [];

    public string? Refusal { get; private set; }

    [BindProperty]
    public Guid Mission { get; set; }

    [BindProperty]
    public int? Round { get; set; }

    public bool MayArrive(PresenceLine line) => arriving.IsTime(line.Mission);

    public bool MayBeAbsent(PresenceLine line) => absence.IsTime(line.Mission);

    FileReading IShowsPeople.Reading => MissionsReadings.Presence;

    IEnumerable<PersonId> IShowsPeople.PeopleShown => Expected.Concat(ToAgree).Concat(Others).Select(line => line.Mission.PersonId);

    Sheet? IHasTables.Table(string? name) => name switch
    {
        "a-valider" => PresenceSheet.Of(t["Service fait : à valider"], ToAgree, t),
        "attendues" => PresenceSheet.Of(t["Attendues"], Expected, t),
        "passees" => PresenceSheet.Of(t["Missions des 45 derniers jours"], Others, t),
        _ => null,
    };

    public async Task<IActionResult> OnGetAsync(Finess finess, CancellationToken cancellation) =>
        await LookAsync(finess, cancellation) ? Page() : NotFound();

    public Task<IActionResult> OnPostArrivedAsync(Finess finess, CancellationToken cancellation) =>
        ActAsync(finess, id => arriving.ArriveAsync(id, Side.Host, cancellation), cancellation);

    /// <summary>Leads to where the search for somebody else is followed.</summary>
    public Task<IActionResult> OnPostAbsentAsync(Finess finess, CancellationToken cancellation) =>
        ActAsync(finess, id => absence.TellAsync(id, cancellation), cancellation);

    public Task<IActionResult> OnPostCameAsync(Finess finess, CancellationToken cancellation) =>
        ActAsync(finess, id => absence.TakeBackAsync(id, cancellation), cancellation);

    public Task<IActionResult> OnPostExcusedAsync(Finess finess, CancellationToken cancellation) =>
        ActAsync(finess, id => absence.ExcuseAsync(id, isExcused: true, cancellation), cancellation);

    public Task<IActionResult> OnPostNotExcusedAsync(Finess finess, CancellationToken cancellation) =>
        ActAsync(finess, id => absence.ExcuseAsync(id, isExcused: false, cancellation), cancellation);

    public Task<IActionResult> OnPostThanksAsync(Finess finess, CancellationToken cancellation) =>
        ActAsync(finess, id => thanking.GiveAsync(id, "", cancellation), cancellation);

    /// <summary>Service done: the hours that the person told, or those planned when none were told.</summary>
    public Task<IActionResult> OnPostDoneAsync(Finess finess, CancellationToken cancellation) => ActAsync(
        finess,
        id => Round is { } round ? agreeing.AgreeAsync(id, Side.Host, round, cancellation) : agreeing.TellAsync(id, Side.Host, told: null, cancellation),
        cancellation);

    private async Task<IActionResult> ActAsync(Finess finess, Func<MissionId, Task<MissionResult>> act, CancellationToken cancellation)
    {
        var id = new MissionId(Mission);
        if (!await LookAsync(finess, cancellation) || await list.FindAsync(finess, id, cancellation) is null)
        {
            return NotFound();
        }

        var result = await act(id);
        if (result is not MissionResult.Refused refused)
        {
            return result is MissionResult.Done { Next: { } next } ? LocalRedirect(next) : RedirectToPage(new { finess });
        }

        await LookAsync(finess, cancellation);
        Refusal = refused.Sentence;
        Response.StatusCode = StatusCodes.Status409Conflict;
        return Page();
    }

    private async Task<bool> LookAsync(Finess finess, CancellationToken cancellation)
    {
        if (await facilities.FindAsync(finess, cancellation) is not { } facility)
        {
            return false;
        }

        FacilityName = facility.Name;
        var lines = await list.OfAsync(finess, this.RowsFrom(PresenceList.Most), cancellation);
        var now = clock.GetUtcNow();
        ToAgree = [.. lines.Where(line => line.AwaitsHost(now))];
        Expected = [.. lines.Except(ToAgree).Where(line => line.Mission.EndsAt > now).Reverse()];
        Others = [.. lines.Except(ToAgree).Except(Expected)];
        return true;
    }
}
