using System.Globalization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Relais.Design.Display;
using Relais.Kernel.Identifiers;
using Relais.Kernel.Wording;
using Relais.Territory.Contracts;
using Relais.Volunteers.Contracts;

namespace Relais.Volunteers.OwnPool;

/// <summary>The people whom an establishment knows.</summary>
internal sealed class PoolPage(OwnPools pools, Inviting inviting, IFacilities facilities, Words T) : PageModel
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
        Members = await members.Skip((Number - 1) * Size).Take(Size).ToListAsync(cancellation);
        ToInvite = await pools.Of(finess, null).CountAsync(member => member.State == MemberState.Listed, cancellation);
        return Page();
    }

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
