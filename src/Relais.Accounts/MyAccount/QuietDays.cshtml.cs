using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Relais.Accounts.Contracts;
using Relais.Accounts.People;
using Relais.Design.Display;
using Relais.Kernel.Data;
using Relais.Kernel.Messages;
using Relais.Kernel.Wording;

namespace Relais.Accounts.MyAccount;

/// <summary>Quiet hours that are not the same every day: nights of work, days of rest.</summary>
internal sealed class QuietDaysModel(RelaisDb db, ICurrentUser user, Words T) : PageModel
{
    private const string Back = "/mon-compte/messages";

    [BindProperty]
    public DaysForm Form { get; set; } = new();

    public bool IsByDay { get; private set; }

    public async Task OnGetAsync(CancellationToken cancellation)
    {
        var wishes = await LookAsync(cancellation);
        Form = new DaysForm { Days = [.. wishes.Quiet.Days.Select(day => new DayForm { From = day.From, To = day.To })] };
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellation)
    {
        // Seven days are shown and seven come back: fewer are no form of ours.
        if (Form.Days.Count is not QuietWeek.DaysInWeek)
        {
            return BadRequest();
        }

        if (!ModelState.IsValid)
        {
            await LookAsync(cancellation);
            return Page();
        }

        var wishes = await db.OpenWishesOfAsync(user.Person, cancellation);
        wishes.QuietWeek = new QuietWeek(Form.Days.Select(day => new QuietSpan(day.From!.Value, day.To!.Value)), wishes.Zone).ToString();
        return await SavedAsync(cancellation);
    }

    public async Task<IActionResult> OnPostSameAsync(CancellationToken cancellation)
    {
        (await db.OpenWishesOfAsync(user.Person, cancellation)).QuietWeek = null;
        return await SavedAsync(cancellation);
    }

    private async Task<IActionResult> SavedAsync(CancellationToken cancellation)
    {
        await db.SaveChangesAsync(cancellation);
        TempData.Announce(T["Vos choix sont enregistrés."]);
        return LocalRedirect(Back);
    }

    private async Task<ContactWishes> LookAsync(CancellationToken cancellation)
    {
        var wishes = await db.WishesOfAsync(user.Person, cancellation);
        IsByDay = wishes.QuietWeek is not null;
        return wishes;
    }

    internal sealed class DaysForm
    {
        public List<DayForm> Days { get; init; } = [];
    }

    internal sealed class DayForm
    {
        [Display(Name = "Rien à partir de")]
        [Required(ErrorMessage = "Indiquez une heure, par exemple 22:00")]
        public TimeOnly? From { get; init; }

        [Display(Name = "et jusqu’à")]
        [Required(ErrorMessage = "Indiquez une heure, par exemple 07:00")]
        public TimeOnly? To { get; init; }
    }
}
