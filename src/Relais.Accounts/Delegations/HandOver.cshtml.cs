using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.EntityFrameworkCore;
using Relais.Accounts.Contracts;
using Relais.Accounts.People;
using Relais.Accounts.Rights;
using Relais.Design.Display;
using Relais.Kernel.Data;
using Relais.Kernel.Wording;

namespace Relais.Accounts.Delegations;

/// <summary>Handing a function over to a colleague, and taking one over.</summary>
internal sealed class HandOverModel(RelaisDb db, CurrentUser user, Delegating delegating, HandOvers handOvers, ScopeNames names, Words T) : PageModel
{
    public const string Address = "/mon-compte/passer-la-main";

    private ContactWishes _wishes = null!;

    [BindProperty]
    public HandOverForm Form { get; set; } = new();

    public IReadOnlyList<HandOverLine> Lines { get; private set; } = [];

    public IReadOnlyList<SelectListItem> Functions { get; private set; } = [];

    /// <summary>Whether the reader is the one who hands over.</summary>
    public bool IsMine(HandOverLine line) => line.Delegation.AccountId == user.Account;

    public DateTimeOffset Local(DateTimeOffset instant) => _wishes.Local(instant);

    public Task OnGetAsync(CancellationToken cancellation) => LookAsync(cancellation);

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellation)
    {
        await LookAsync(cancellation);
        if (!ContactPoint.TryEmail(Form.Colleague, out var address) && Form.Colleague is { Length: > 0 })
        {
            ModelState.AddModelError("Form.Colleague", T["Indiquez l’adresse électronique de votre collègue"]);
        }

        if (Form.FromDay is { Year: < 2000 or > 2200 } || Form.UntilDay is { Year: < 2000 or > 2200 })
        {
            ModelState.AddModelError("Form.UntilDay", T["Vérifiez les dates"]);
        }

        if (!ModelState.IsValid)
        {
            return Page();
        }

        var wish = new HandOver(
            Form.Held!.Value,
            address!,
            _wishes.Instant(Form.FromDay!.Value, Form.FromTime!.Value),
            _wishes.Instant(Form.UntilDay!.Value, Form.UntilTime!.Value),
            Form.Note?.Trim() ?? "");
        return Answer(await delegating.AskAsync(wish, cancellation), T["Votre collègue est prévenu. La main passe quand il ou elle accepte."]);
    }

    public async Task<IActionResult> OnPostAcceptAsync(Guid delegation, CancellationToken cancellation) =>
        await AnswerAsync(await delegating.AcceptAsync(delegation, cancellation), T["C’est accepté. Merci de prendre la suite."], cancellation);

    public async Task<IActionResult> OnPostEndAsync(Guid delegation, CancellationToken cancellation) =>
        await AnswerAsync(await delegating.EndAsync(delegation, cancellation), T["C’est terminé : la fonction n’est plus confiée."], cancellation);

    /// <summary>A form of buttons alone: what the other form asks for is not missing here.</summary>
    private async Task<IActionResult> AnswerAsync(DelegationAnswer answer, string announced, CancellationToken cancellation)
    {
        ModelState.Clear();
        await LookAsync(cancellation);
        return Answer(answer, announced);
    }

    private IActionResult Answer(DelegationAnswer answer, string announced)
    {
        if (answer is DelegationAnswer.Refused refused)
        {
            ModelState.AddModelError(refused.Field, refused.Sentence);
            return Page();
        }

        if (answer == DelegationAnswer.Unknown)
        {
            Response.StatusCode = StatusCodes.Status409Conflict;
            ModelState.AddModelError("", T["Ce n’est plus à faire : votre collègue a répondu, ou la date est passée"]);
            return Page();
        }

        TempData.Announce(announced);
        return LocalRedirect(Address);
    }

    private async Task LookAsync(CancellationToken cancellation)
    {
        _wishes = await db.WishesOfAsync(user.Person, cancellation);
        Lines = await handOvers.OfAsync(user.Account, cancellation);
        var delegated = await db.Set<HeldRole>().Where(role => role.AccountId == user.Account && role.DelegationId != null).Select(role => role.Id).ToListAsync(cancellation);
        var functions = new List<SelectListItem>();
        foreach (var held in user.Roles.Where(held => DelegationRules.Roles.Contains(held.Role) && !delegated.Contains(held.Id)))
        {
            functions.Add(new SelectListItem(await names.DescribeAsync(held, cancellation), $"{held.Id}"));
        }

        Functions = functions;
    }
}
