using System.Globalization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Relais.Design.Display;
using Relais.Design.Files;
using Relais.Documents;
using Relais.Kernel.Identifiers;
using Relais.Kernel.Wording;
using Relais.Territory.Contracts;
using Relais.Volunteers.Contracts;

namespace Relais.Volunteers.OwnPool;

/// <summary>The people whom an establishment knows.</summary>
internal sealed class PoolPage(OwnPools pools, Inviting inviting, IFacilities facilities, Words T) : PageModel, IHasTables
{
    public const int Size = 50;

    [BindProperty(SupportsGet = true)]
    public string? Q { get; set; }

    public int Number => int.TryParse(Request.Query["page"], CultureInfo.InvariantCulture, out var number) ? Math.Clamp(number, 1, 10_000) : 1;

    public FacilitySummary Facility { get; private set; } = null!;

    public IReadOnlyList<OwnPoolMember> Members { get; private set; } = [];

    public int Total { get; private set; }

    public int ToInvite { get; private set; }

    public string? ProfessionOf(OwnPoolMember member) => Profession.Find(member.Profession) is { } job ? T[job.Label].Value : null;

    public async Task<IActionResult> OnGetAsync(Finess finess, CancellationToken cancellation)
    {
        if (await facilities.FindAsync(finess, cancellation) is not { } facility)
        {
            return NotFound();
        }

        Facility = facility;
        var members = pools.Of(finess, Q is { Length: <= 100 } words ? words : null);
        Total = await members.CountAsync(cancellation);
        var rows = this.PageFrom(Number, Size);
        Members = await members.Skip(rows.Skip).Take(rows.Take).ToListAsync(cancellation);
        ToInvite = await pools.Of(finess, null).CountAsync(member => member.State == MemberState.Listed, cancellation);
        if (TableFile.IsAskedFor(Request))
        {
            await pools.NoteExportAsync(finess, Members.Count, cancellation);
        }

        return Page();
    }

    /// <summary>With the columns by which it can be imported elsewhere.</summary>
    Sheet? IHasTables.Table(string? name) => Sheet.Of(
        T["Mon vivier"],
        Members,
        (T["Nom"], member => Cell.Of(member.LastName)),
        (T["Prénom"], member => Cell.Of(member.FirstName)),
        (T["Adresse électronique"], member => Cell.Of(member.Email)),
        (T["Téléphone mobile"], member => Cell.Of(OwnPools.MobileOf(member))),
        (T["Métier"], member => Cell.Of(ProfessionOf(member))),
        (T["État"], member => Cell.Of(T[OwnPools.StateOf(member.State)])));

    public async Task<IActionResult> OnPostRemoveAsync(Finess finess, Guid member, CancellationToken cancellation)
    {
        await pools.RemoveAsync(finess, member, cancellation);
        TempData.Announce(T["La personne est retirée de votre vivier."]);
        return Redirect($"/etablissements/{finess}/vivier");
    }

    public async Task<IActionResult> OnPostInviteAsync(Finess finess, CancellationToken cancellation)
    {
        var count = await inviting.InviteAsync(finess, cancellation);
        TempData.Announce(T.Count(count, "{0} personne reçoit une invitation.", "{0} personnes reçoivent une invitation."));
        return Redirect($"/etablissements/{finess}/vivier");
    }
}
