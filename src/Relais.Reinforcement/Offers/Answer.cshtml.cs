using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Relais.Kernel.Links;
using Relais.Reinforcement.Answers;
using Relais.Reinforcement.Contracts;
using Relais.Reinforcement.Exclusions;

namespace Relais.Reinforcement.Offers;

/// <summary>The page that a signed link opens: two clicks from the message to the answer, without signing in.</summary>
internal sealed class AnswerModel(OfferLinks links, OfferViews views, Answering answering, Excluding excluding, TimeProvider clock) : PageModel
{
    public DateTimeOffset Now { get; } = clock.GetUtcNow();

    public OfferView View { get; private set; } = null!;

    /// <summary>Why the last answer was refused.</summary>
    public AnswerResult.Refused? Refusal { get; private set; }

    [BindProperty]
    public int? Version { get; set; }

    [BindProperty]
    public string? Note { get; set; }

    public Task<IActionResult> OnGetAsync(string token, CancellationToken cancellation) => OpenAsync(token, _ => Task.FromResult<AnswerResult?>(null), cancellation);

    public Task<IActionResult> OnPostAcceptAsync(string token, CancellationToken cancellation) =>
        AnswerAsync(token, offer => answering.AcceptAsync(offer, Version, cancellation), cancellation);

    public Task<IActionResult> OnPostDeclineAsync(string token, CancellationToken cancellation) =>
        AnswerAsync(token, offer => answering.DeclineAsync(offer, notThisWeek: false, Words(Note), cancellation), cancellation);

    public Task<IActionResult> OnPostNotThisWeekAsync(string token, CancellationToken cancellation) =>
        AnswerAsync(token, offer => answering.DeclineAsync(offer, notThisWeek: true, note: null, cancellation), cancellation);

    public Task<IActionResult> OnPostUndoAsync(string token, CancellationToken cancellation) =>
        AnswerAsync(token, offer => answering.UndoAsync(offer, cancellation), cancellation);

    public Task<IActionResult> OnPostWithdrawAsync(string token, CancellationToken cancellation) =>
        AnswerAsync(token, offer => answering.WithdrawAsync(offer, Words(Note), cancellation), cancellation);

    public Task<IActionResult> OnPostExcludeAsync(string token, CancellationToken cancellation) =>
        PartAsync(token, view => excluding.ByPersonAsync(view.Offer.PersonId, view.Need.Finess, cancellation), cancellation);

    public Task<IActionResult> OnPostIncludeAsync(string token, CancellationToken cancellation) =>
        PartAsync(token, view => excluding.LiftAsync(view.Offer.PersonId, view.Need.Finess, ExclusionSide.Person, cancellation), cancellation);

    private Task<IActionResult> PartAsync(string token, Func<OfferView, Task> act, CancellationToken cancellation) => OpenAsync(
        token,
        async offer =>
        {
            if (await views.FindAsync(offer, cancellation) is not { } view)
            {
                return null;
            }

            await act(view);
            return new AnswerResult.Done(view.Offer);
        },
        cancellation);

    private async Task<IActionResult> AnswerAsync(string token, Func<OfferId, Task<AnswerResult>> answer, CancellationToken cancellation) =>
        await OpenAsync(token, async offer => await answer(offer), cancellation);

    private async Task<IActionResult> OpenAsync(string token, Func<OfferId, Task<AnswerResult?>> act, CancellationToken cancellation)
    {
        var (state, offer) = await links.ReadAsync(token, cancellation);
        if (state is not LinkState.Valid)
        {
            return StatusCode(state is LinkState.Expired ? StatusCodes.Status410Gone : StatusCodes.Status404NotFound);
        }

        var result = await act(offer);
        if (result is AnswerResult.Done)
        {
            return RedirectToPage(new { token });
        }

        Refusal = result as AnswerResult.Refused;
        if (await views.FindAsync(offer, cancellation) is not { } view)
        {
            return NotFound();
        }

        View = view;
        if (Refusal is not null)
        {
            Response.StatusCode = StatusCodes.Status409Conflict;
        }

        return Page();
    }

    private static string? Words(string? note) => string.IsNullOrWhiteSpace(note) ? null : note.Trim()[..Math.Min(note.Trim().Length, 500)];
}
