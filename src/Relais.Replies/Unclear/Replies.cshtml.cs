using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Relais.Accounts.Contracts;
using Relais.Design.Files;
using Relais.Documents;
using Relais.Kernel.Wording;

namespace Relais.Replies.Unclear;

/// <summary>What people answered by SMS that is not plainly a yes or a no.</summary>
internal sealed class RepliesModel(RepliesToRead replies, Words t) : PageModel, IShowsPeople, IHasTables
{
    public static FileReading Answers { get; } = new("reply.read", "Une réponse envoyée par SMS depuis votre numéro", Role.Coordinator, Role.NationalCrisisCentre);

    public IReadOnlyList<UnclearReply> ToRead { get; private set; } = [];

    public bool IsGone { get; private set; }

    [BindProperty]
    public Guid Reply { get; set; }

    [BindProperty]
    public Guid? Question { get; set; }

    FileReading IShowsPeople.Reading => Answers;

    IEnumerable<PersonId> IShowsPeople.PeopleShown => ToRead.SelectMany(reply => reply.Asked).Select(asked => asked.Asked.Question.PersonId);

    Sheet? IHasTables.Table(string? name) => Sheet.Of(
        t["Réponses par SMS à lire"],
        ToRead,
        (t["Reçue (heure de Paris)"], line => Cell.At(line.Reply.ReceivedAt, "Europe/Paris")),
        (t["Numéro"], line => Cell.Of(line.Reply.Number)),
        (t["Réponse"], line => Cell.Of(line.Reply.Text)),
        (t["Personne"], line => Cell.Of(string.Join(", ", line.Asked.Select(asked => asked.Name).Distinct()))),
        (t["Demande"], line => Cell.Of(string.Join(", ", line.Asked.Select(asked => asked.Asked.Line)))));

    public async Task OnGetAsync(CancellationToken cancellation) => ToRead = await replies.ListAsync(this.RowsFrom(RepliesToRead.Most), cancellation);

    public Task<IActionResult> OnPostYesAsync(CancellationToken cancellation) => ReadAsync(isYes: true, cancellation);

    public Task<IActionResult> OnPostNoAsync(CancellationToken cancellation) => ReadAsync(isYes: false, cancellation);

    public async Task<IActionResult> OnPostReadAsync(CancellationToken cancellation)
    {
        Question = null;
        return await ReadAsync(isYes: false, cancellation);
    }

    private async Task<IActionResult> ReadAsync(bool isYes, CancellationToken cancellation)
    {
        if (ModelState.IsValid && await replies.ReadAsync(Reply, Question, isYes, cancellation))
        {
            return RedirectToPage();
        }

        IsGone = true;
        Response.StatusCode = StatusCodes.Status409Conflict;
        await OnGetAsync(cancellation);
        return Page();
    }
}
