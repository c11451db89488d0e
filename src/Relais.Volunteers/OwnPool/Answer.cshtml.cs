using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Relais.Kernel.Data;
using Relais.Kernel.Links;
using Relais.Territory.Contracts;
using Relais.Volunteers.Registration;

namespace Relais.Volunteers.OwnPool;

/// <summary>Where somebody says whether an establishment that knows them may ask them first.</summary>
internal sealed class AnswerPage(RelaisDb db, OwnPoolLinks links, Inviting inviting, Drafts drafts, IFacilities facilities) : PageModel
{
    public OwnPoolMember Member { get; private set; } = null!;

    public string Facility { get; private set; } = "";

    public async Task<IActionResult> OnGetAsync(string token, CancellationToken cancellation) => await OpenAsync(token, cancellation) ?? Page();

    public async Task<IActionResult> OnPostAgreeAsync(string token, CancellationToken cancellation)
    {
        if (await OpenAsync(token, cancellation) is { } refusal)
        {
            return refusal;
        }

        if (await inviting.AgreeAsync(Member.Id, cancellation))
        {
            return RedirectToPage(new { token });
        }

        var who = new WhoForm { FirstName = Member.FirstName, LastName = Member.LastName, Email = Member.Email, Mobile = OwnPools.MobileOf(Member) };
        await drafts.SaveAsync(await drafts.ReadAsync(cancellation) with { Who = who }, cancellation);
        return RedirectToPage(new { token });
    }

    public async Task<IActionResult> OnPostDeclineAsync(string token, CancellationToken cancellation)
    {
        if (await OpenAsync(token, cancellation) is { } refusal)
        {
            return refusal;
        }

        await inviting.DeclineAsync(Member.Id, cancellation);
        return RedirectToPage(new { token });
    }

    private async Task<IActionResult?> OpenAsync(string token, CancellationToken cancellation)
    {
        var reading = await links.ReadAsync(token, cancellation);
        if (reading.State is LinkState.Expired)
        {
            return StatusCode(StatusCodes.Status410Gone);
        }

        var member = reading.State is LinkState.Valid
            ? await db.Set<OwnPoolMember>().AsNoTracking().SingleOrDefaultAsync(known => known.Id == reading.Subject, cancellation)
            : null;
        if (member is null || await facilities.FindAsync(member.Finess, cancellation) is not { } facility)
        {
            return NotFound();
        }

        (Member, Facility) = (member, facility.Name);
        return null;
    }
}
