using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.Rendering;
using Relais.Accounts.Contracts;
using Relais.Accounts.People;
using Relais.Design.Display;
using Relais.Kernel.Data;
using Relais.Kernel.Wording;

namespace Relais.Accounts.MyAccount;

internal sealed class MessagesModel(RelaisDb db, ICurrentUser user, IPeople people, Words T) : PageModel
{
    [BindProperty]
    public WishesForm Form { get; set; } = new();

    public bool HasMobile { get; private set; }

    /// <summary>Quiet hours are chosen day by day, on a page of their own.</summary>
    public bool IsByDay { get; private set; }

    public IEnumerable<SelectListItem> Zones => FrenchZones.All.Select(zone => new SelectListItem(T[zone.Name], zone.Id));

    public async Task OnGetAsync(CancellationToken cancellation)
    {
        await LookAsync(cancellation);
        var person = (await people.FindAsync(user.Person, cancellation))!;
        var wishes = await db.WishesOfAsync(user.Person, cancellation);
        Form = new WishesForm
        {
            Email = wishes is { WantsEmail: true, EmailStoppedAt: null },
            Sms = wishes is { WantsSms: true, SmsStoppedAt: null },
            QuietFrom = TimeOnly.MinValue.AddMinutes(wishes.QuietFrom),
            QuietTo = TimeOnly.MinValue.AddMinutes(wishes.QuietTo),
            WakesWhenUrgent = wishes.WakesWhenUrgent,
            Zone = wishes.Zone,
            Language = person.Language,
        };
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellation)
    {
        await LookAsync(cancellation);
        if (Form.Sms && !HasMobile)
        {
            ModelState.AddModelError("Form.Sms", T["Ajoutez d’abord un numéro de mobile, et confirmez-le"]);
        }

        if (IsByDay)
        {
            ModelState.Remove("Form.QuietFrom");
            ModelState.Remove("Form.QuietTo");
        }

        if (!FrenchZones.All.Any(zone => zone.Id == Form.Zone))
        {
            ModelState.AddModelError("Form.Zone", T["Choisissez un fuseau de la liste"]);
        }

        if (!ModelState.IsValid)
        {
            return Page();
        }

        await SaveAsync(cancellation);
        TempData.Announce(T["Vos choix sont enregistrés."]);
        return LocalRedirect("/mon-compte");
    }

    private async Task SaveAsync(CancellationToken cancellation)
    {
        var wishes = await db.OpenWishesOfAsync(user.Person, cancellation);
        (wishes.WantsEmail, wishes.WantsSms) = (Form.Email, Form.Sms);
        wishes.EmailStoppedAt = Form.Email ? null : wishes.EmailStoppedAt;
        wishes.SmsStoppedAt = Form.Sms ? null : wishes.SmsStoppedAt;
        if (!IsByDay)
        {
            (wishes.QuietFrom, wishes.QuietTo) = (Minutes(Form.QuietFrom), Minutes(Form.QuietTo));
        }

        wishes.WakesWhenUrgent = Form.WakesWhenUrgent;
        wishes.Zone = Form.Zone!;
        (await db.FindAsync<Person>([user.Person], cancellation))!.Language = Form.Language!;
        await db.SaveChangesAsync(cancellation);
    }

    private async Task LookAsync(CancellationToken cancellation)
    {
        HasMobile = await people.HasProvedMobileAsync(user.Person, cancellation);
        IsByDay = (await db.WishesOfAsync(user.Person, cancellation)).QuietWeek is not null;
    }

    private static int Minutes(TimeOnly? time) => (int)(time ?? TimeOnly.MinValue).ToTimeSpan().TotalMinutes;

    internal sealed class WishesForm
    {
        [Display(Name = "Par courriel")]
        public bool Email { get; init; }

        [Display(Name = "Par SMS")]
        public bool Sms { get; init; }

        [Display(Name = "Rien à partir de")]
        [Required(ErrorMessage = "Indiquez une heure, par exemple 22:00")]
        public TimeOnly? QuietFrom { get; init; }

        [Display(Name = "et jusqu’à")]
        [Required(ErrorMessage = "Indiquez une heure, par exemple 07:00")]
        public TimeOnly? QuietTo { get; init; }

        [Display(Name = "Sauf pour ce qui ne peut pas attendre le matin")]
        public bool WakesWhenUrgent { get; init; }

        [Display(Name = "Heure de")]
        [Required(ErrorMessage = "Choisissez un fuseau de la liste")]
        public string? Zone { get; init; }

        [Display(Name = "Langue des messages")]
        [Required(ErrorMessage = "Choisissez une langue")]
        [RegularExpression("fr|en", ErrorMessage = "Choisissez une langue")]
        public string? Language { get; init; }
    }
}
