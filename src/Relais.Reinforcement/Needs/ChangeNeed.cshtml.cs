using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Relais.Kernel.Data;
using Relais.Kernel.Wording;
using Relais.Reinforcement.Contracts;

namespace Relais.Reinforcement.Needs;

/// <summary>What may still change once people were asked; each is asked again.</summary>
internal sealed class ChangeNeedModel(RelaisDb db, NeedLife life, NeedText text, Words t) : PageModel
{
    [BindProperty]
    public ChangeForm Form { get; set; } = new();

    public NeedSummary Summary { get; private set; } = null!;

    public async Task<IActionResult> OnGetAsync(Guid id, CancellationToken cancellation)
    {
        if (await FindAsync(id, cancellation) is not { } need)
        {
            return NotFound();
        }

        Form = ChangeForm.From(need);
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(Guid id, CancellationToken cancellation)
    {
        if (await FindAsync(id, cancellation) is not { } need)
        {
            return NotFound();
        }

        if (ModelState.IsValid && Form.Starts == Form.Ends)
        {
            ModelState.AddModelError("Form.Ends", t["La fin doit différer du début"]);
        }

        if (!ModelState.IsValid)
        {
            return Page();
        }

        if (await life.ChangeAsync(need.Id, Form.ToChange(need), cancellation) is NeedResult.Refused refused)
        {
            ModelState.AddModelError(refused.Code is "places_held" ? "Form.HeadCount" : "Form.Day", refused.Sentence);
            return Page();
        }

        return Redirect($"/besoins/{id}");
    }

    private async Task<Need?> FindAsync(Guid id, CancellationToken cancellation)
    {
        var key = new NeedId(id);
        var need = await db.Set<Need>().AsNoTracking().SingleOrDefaultAsync(n => n.Id == key, cancellation);
        if (need is not null)
        {
            Summary = await text.SummaryAsync(need, cancellation);
        }

        return need;
    }
}

internal sealed class ChangeForm
{
    [Display(Name = "Jour")]
    [Required(ErrorMessage = "Indiquez le jour")]
    public DateOnly? Day { get; set; }

    [Display(Name = "Début")]
    [Required(ErrorMessage = "Indiquez l’heure de début")]
    public TimeOnly? Starts { get; set; }

    [Display(Name = "Fin")]
    [Required(ErrorMessage = "Indiquez l’heure de fin")]
    public TimeOnly? Ends { get; set; }

    [Display(Name = "Pause non payée, en minutes")]
    [Required(ErrorMessage = "Indiquez la pause, 0 s’il n’y en a pas")]
    [Range(0, 240, ErrorMessage = "La pause dure de 0 à 240 minutes")]
    public int? BreakMinutes { get; set; }

    [Display(Name = "Nombre de personnes")]
    [Required(ErrorMessage = "Indiquez combien de personnes il faut")]
    [Range(1, 99, ErrorMessage = "Demandez de 1 à 99 personnes")]
    public int? HeadCount { get; set; }

    [Display(Name = "Où exactement : bâtiment, étage, porte")]
    [Required(ErrorMessage = "Indiquez où la personne doit se présenter")]
    [StringLength(200, ErrorMessage = "200 caractères au plus")]
    public string? Site { get; set; }

    [Display(Name = "Contact sur place")]
    [Required(ErrorMessage = "Indiquez qui accueille la personne")]
    [StringLength(120, ErrorMessage = "120 caractères au plus")]
    public string? ContactName { get; set; }

    [Display(Name = "Téléphone du contact")]
    [Required(ErrorMessage = "Indiquez le téléphone du contact")]
    [RegularExpression(@"^\+?[0-9 .\-]{4,20}$", ErrorMessage = "Écrivez un numéro de téléphone, par exemple 02 97 23 00 00")]
    public string? ContactPhone { get; set; }

    [Display(Name = "Consignes : badge, tenue, logiciel, repas, parking")]
    [StringLength(1000, ErrorMessage = "1 000 caractères au plus")]
    public string? Instructions { get; set; }

    public static ChangeForm From(Need need)
    {
        var zone = TimeZoneInfo.FindSystemTimeZoneById(need.TimeZone);
        var starts = TimeZoneInfo.ConvertTime(need.StartsAt, zone).DateTime;
        return new ChangeForm
        {
            Day = DateOnly.FromDateTime(starts),
            Starts = TimeOnly.FromDateTime(starts),
            Ends = TimeOnly.FromDateTime(TimeZoneInfo.ConvertTime(need.EndsAt, zone).DateTime),
            BreakMinutes = need.BreakMinutes,
            HeadCount = need.HeadCount,
            Site = need.Site,
            ContactName = need.ContactName,
            ContactPhone = need.ContactPhone,
            Instructions = need.Instructions,
        };
    }

    public NeedChange ToChange(Need need)
    {
        var shift = ShiftTime.From(Day!.Value, Starts!.Value, Ends!.Value, TimeZoneInfo.FindSystemTimeZoneById(need.TimeZone));
        return new NeedChange(
            shift.StartsAt, shift.EndsAt, BreakMinutes!.Value, HeadCount!.Value, Site!, ContactName!, ContactPhone!, Instructions ?? "");
    }
}
