using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Relais.Accounts.Contracts;
using Relais.Kernel.Data;
using Relais.Kernel.Identifiers;
using Relais.Reinforcement.Answers;
using Relais.Reinforcement.Contracts;
using Relais.Reinforcement.Exclusions;
using Relais.Reinforcement.Needs;
using Relais.Reinforcement.Offers;

namespace Relais.Reinforcement.Browse;

/// <summary>A need as an offer shows it, to somebody whom nobody has asked: no door, no contact before a yes.</summary>
internal sealed class ComeForwardModel(
    RelaisDb db, NearbyNeeds nearby, ComingForward forward, Excluding excluding, OfferViews views, OfferLinks links, ICurrentUser user, TimeProvider clock) : PageModel
{
    /// <summary>No need has it: who does not say what they read has read something else.</summary>
    private const int NotRead = 0;

    [BindProperty]
    public int? Version { get; set; }

    /// <summary>Nothing when the need looks for nobody any more.</summary>
    public NearbyNeed? Need { get; private set; }

    public OfferView View { get; private set; } = null!;

    public bool HasBegun => View.Need.StartsAt <= clock.GetUtcNow();

    public AnswerResult.Refused? Refusal { get; private set; }

    public Task<IActionResult> OnGetAsync(Guid id, CancellationToken cancellation) => ShowAsync(new NeedId(id), cancellation);

    public async Task<IActionResult> OnPostAsync(Guid id, CancellationToken cancellation)
    {
        Refusal = await forward.ComeAsync(new NeedId(id), user.Person, Version ?? NotRead, cancellation) as AnswerResult.Refused;
        return await ShowAsync(new NeedId(id), cancellation);
    }

    public Task<IActionResult> OnPostExcludeAsync(Guid id, CancellationToken cancellation) =>
        PartAsync(id, finess => excluding.ByPersonAsync(user.Person, finess, cancellation), cancellation);

    public Task<IActionResult> OnPostIncludeAsync(Guid id, CancellationToken cancellation) =>
        PartAsync(id, finess => excluding.LiftAsync(user.Person, finess, ExclusionSide.Person, cancellation), cancellation);

    private async Task<IActionResult> PartAsync(Guid id, Func<Finess, Task> act, CancellationToken cancellation)
    {
        if (await nearby.FindAsync(user.Person, new NeedId(id), cancellation) is not { } seen)
        {
            return await ShowAsync(new NeedId(id), cancellation);
        }

        await act(seen.Need.Finess);
        return RedirectToPage(new { id });
    }

    private async Task<IActionResult> ShowAsync(NeedId id, CancellationToken cancellation)
    {
        if (Refusal is null or { Code: "place_taken" } && await OwnOfferAsync(id, cancellation) is { } offer)
        {
            return Redirect(offer);
        }

        Need = await nearby.FindAsync(user.Person, id, cancellation);
        if (Need is null)
        {
            Response.StatusCode = StatusCodes.Status410Gone;
            return Page();
        }

        View = await views.ShowAsync(forward.Write(Need, user.Person), Need.Need, cancellation);
        Response.StatusCode = Refusal is null ? StatusCodes.Status200OK : StatusCodes.Status409Conflict;
        return Page();
    }

    /// <summary>Who was asked, or has come forward, reads there what became of it.</summary>
    private async Task<string?> OwnOfferAsync(NeedId id, CancellationToken cancellation)
    {
        var row = await db.Set<Offer>().AsNoTracking().Where(offer => offer.NeedId == id && offer.PersonId == user.Person)
            .Join(db.Set<Need>().AsNoTracking(), offer => offer.NeedId, need => need.Id, (offer, need) => new { offer, need })
            .SingleOrDefaultAsync(cancellation);
        return row is { offer.WasLeftOpen: false } ? $"/offres/{await links.TokenAsync(row.offer, row.need, cancellation)}" : null;
    }
}
