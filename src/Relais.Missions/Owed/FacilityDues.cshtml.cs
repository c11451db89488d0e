using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Relais.Accounts.Contracts;
using Relais.Design.Files;
using Relais.Documents;
using Relais.Kernel.Identifiers;
using Relais.Kernel.Wording;
using Relais.Missions.Life;
using Relais.Territory.Contracts;

namespace Relais.Missions.Owed;

/// <summary>What an establishment owes, or has owed by its signature: paid in one tap, and the tap taken back.</summary>
internal sealed class FacilityDuesModel(DueBook dues, Payments payments, IFacilities facilities, DueSheet sheet, Words t) : PageModel, IShowsPeople, IHasTables
{
    public IReadOnlyList<DueLine> Lines { get; private set; } = [];

    public string? Refusal { get; private set; }

    [BindProperty]
    public Guid Due { get; set; }

    FileReading IShowsPeople.Reading => MissionsReadings.Owed;

    IEnumerable<PersonId> IShowsPeople.PeopleShown => Lines.Select(line => line.Mission.PersonId);

    Sheet? IHasTables.Table(string? name) => sheet.Of(t["Sommes dues"], Lines);

    public async Task<IActionResult> OnGetAsync(Finess finess, CancellationToken cancellation) =>
        await LookAsync(finess, cancellation) ? Page() : NotFound();

    public async Task<IActionResult> OnPostPaidAsync(Finess finess, CancellationToken cancellation) =>
        await AfterAsync(finess, await payments.PayAsync(finess, Due, on: null, cancellation), cancellation);

    public async Task<IActionResult> OnPostTakeBackAsync(Finess finess, CancellationToken cancellation) =>
        await AfterAsync(finess, await payments.TakeBackAsync(finess, Due, cancellation), cancellation);

    private async Task<IActionResult> AfterAsync(Finess finess, MissionResult result, CancellationToken cancellation)
    {
        if (result is not MissionResult.Refused refused)
        {
            return result is MissionResult.Done ? RedirectToPage(new { finess }) : NotFound();
        }

        Refusal = refused.Sentence;
        Response.StatusCode = StatusCodes.Status409Conflict;
        return await LookAsync(finess, cancellation) ? Page() : NotFound();
    }

    private async Task<bool> LookAsync(Finess finess, CancellationToken cancellation)
    {
        if (await facilities.FindAsync(finess, cancellation) is null)
        {
            return false;
        }

        Lines = await dues.OfFacilityAsync(finess, this.RowsFrom(DueBook.Most), cancellation);
        return true;
    }
}
