using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Relais.Accounts.Contracts;
using Relais.Kernel.Data;
using Relais.Kernel.Identifiers;
using Relais.Kernel.Journal;
using Relais.Kernel.Wording;
using Relais.Territory.Contracts;

namespace Relais.Missions.Welcome;

/// <summary>The list « prêts à recevoir » of an establishment: what it says to have ready, and what it does for each person.</summary>
internal sealed class WelcomeListModel(
    RelaisDb db, WelcomeBook book, IFacilities facilities, IPeople people, ICurrentUser user, JournalWriter journal, Words t, TimeProvider clock) : PageModel
{
    public FacilitySummary Facility { get; private set; } = null!;

    public IReadOnlyList<WelcomeItem> Items { get; private set; } = [];

    public IReadOnlyDictionary<PersonId, PersonName> Names { get; private set; } = new Dictionary<PersonId, PersonName>();

    [BindProperty]
    public WelcomeForm Form { get; set; } = new();

    public async Task<IActionResult> OnGetAsync(Finess finess, CancellationToken cancellation) =>
        await LookAsync(finess, cancellation) ? Page() : NotFound();

    public async Task<IActionResult> OnPostAsync(Finess finess, CancellationToken cancellation)
    {
        if (!await LookAsync(finess, cancellation))
        {
            return NotFound();
        }

        if (ModelState.IsValid && !await AddAsync([(Form.Label!.Trim(), Form.Kind is WelcomeKind.Each)], cancellation))
        {
            ModelState.AddModelError("Form.Label", t["Cette ligne est déjà dans la liste."]);
        }

        return ModelState.IsValid ? RedirectToPage(new { finess }) : Page();
    }

    /// <summary>The list to start from.</summary>
    public async Task<IActionResult> OnPostUsualAsync(Finess finess, CancellationToken cancellation)
    {
        if (!await LookAsync(finess, cancellation))
        {
            return NotFound();
        }

        await AddAsync(UsualWelcome.Lines.Where(line => Items.All(item => item.Label != line.Label)), cancellation);
        return RedirectToPage(new { finess });
    }

    public Task<IActionResult> OnPostReadyAsync(Finess finess, Guid item, CancellationToken cancellation) => MarkAsync(finess, item, isReady: true, cancellation);

    public Task<IActionResult> OnPostNotReadyAsync(Finess finess, Guid item, CancellationToken cancellation) => MarkAsync(finess, item, isReady: false, cancellation);

    public Task<IActionResult> OnPostRetireAsync(Finess finess, Guid item, CancellationToken cancellation) => ActAsync(
        finess,
        item,
        found =>
        {
            found.RetiredAt = clock.GetUtcNow();
            journal.Record("welcome-item.retired", "welcome-item", found.Id);
        },
        cancellation);

    private Task<IActionResult> MarkAsync(Finess finess, Guid item, bool isReady, CancellationToken cancellation) => ActAsync(
        finess,
        item,
        found =>
        {
            if (!found.Each)
            {
                found.Mark(isReady, user.Person, clock.GetUtcNow());
                journal.Record(isReady ? "welcome-item.ready" : "welcome-item.not-ready", "welcome-item", found.Id);
            }
        },
        cancellation);

    private async Task<IActionResult> ActAsync(Finess finess, Guid item, Action<WelcomeItem> act, CancellationToken cancellation)
    {
        if (!await LookAsync(finess, cancellation) || Items.FirstOrDefault(known => known.Id == item) is not { } found)
        {
            return NotFound();
        }

        act(found);
        await db.SaveChangesAsync(cancellation);
        return RedirectToPage(new { finess });
    }

    /// <returns>False when somebody added one of the lines meanwhile.</returns>
    private async Task<bool> AddAsync(IEnumerable<(string Label, bool Each)> lines, CancellationToken cancellation)
    {
        var rank = Items.Select(item => item.Rank).DefaultIfEmpty(0).Max();
        db.AddRange(lines.Select(line => new WelcomeItem { Finess = Facility.Number, Label = line.Label, Each = line.Each, Rank = ++rank }));
        try
        {
            await db.SaveChangesAsync(cancellation);
            return true;
        }
        catch (DbUpdateException exception) when (exception.RefusedBy("welcome_item_once", "welcome_item.finess, welcome_item.label"))
        {
            return false;
        }
    }

    private async Task<bool> LookAsync(Finess finess, CancellationToken cancellation)
    {
        if (await facilities.FindAsync(finess, cancellation) is not { } facility)
        {
            return false;
        }

        Facility = facility;
        Items = await book.ItemsAsync(finess, cancellation);
        Names = await people.FindAsync([.. Items.Select(item => item.ReadyBy).OfType<PersonId>().Distinct()], cancellation);
        return true;
    }
}

internal sealed class WelcomeForm
{
    [Display(Name = "Ce qui doit être prêt")]
    [Required(ErrorMessage = "Dites ce qui doit être prêt, par exemple « Badge »")]
    [StringLength(WelcomeItem.MostCharacters, ErrorMessage = "80 caractères au plus")]
    public string? Label { get; set; }

    [Display(Name = "Pour qui")]
    public WelcomeKind Kind { get; set; }
}

internal enum WelcomeKind
{
    [Display(Name = "À faire pour chaque personne qui vient")]
    Each,

    [Display(Name = "Prêt une fois pour toutes")]
    Standing,
}
