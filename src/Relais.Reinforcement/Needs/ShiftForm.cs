using System.ComponentModel.DataAnnotations;
using Microsoft.Extensions.DependencyInjection;
using Relais.Kernel.Time;

namespace Relais.Reinforcement.Needs;

/// <summary>What a manager says of a shift, and may still change once people were asked.</summary>
internal class ShiftForm : IValidatableObject
{
    [Display(Name = "Jour")]
    [Required(ErrorMessage = "Indiquez le jour")]
    public DateOnly? Day { get; set; }

    [Display(Name = "Début")]
    [Required(ErrorMessage = "Indiquez l’heure de début")]
    public TimeOnly? Starts { get; set; } = new(21, 0);

    [Display(Name = "Fin")]
    [Required(ErrorMessage = "Indiquez l’heure de fin")]
    public TimeOnly? Ends { get; set; } = new(7, 0);

    [Display(Name = "Pause non payée, en minutes")]
    [Required(ErrorMessage = "Indiquez la pause, 0 s’il n’y en a pas")]
    [Range(0, 240, ErrorMessage = "La pause dure de 0 à 240 minutes")]
    public int? BreakMinutes { get; set; } = 20;

    [Display(Name = "Nombre de personnes")]
    [Required(ErrorMessage = "Indiquez combien de personnes il faut")]
    [Range(1, 99, ErrorMessage = "Demandez de 1 à 99 personnes")]
    public int? HeadCount { get; set; } = 1;

    [Display(Name = "Où exactement : bâtiment, étage, porte")]
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

    [Display(Name = "Consignes : badge, tenue, logiciel, repas, parking")]
    [StringLength(1000, ErrorMessage = "1 000 caractères au plus")]
    public string? Instructions { get; set; }

    public virtual IEnumerable<ValidationResult> Validate(ValidationContext validationContext)
    {
        if (Starts is { } starts && starts == Ends)
        {
            yield return new ValidationResult("La fin doit différer du début", [nameof(Ends)]);
        }

        // A day of leeway behind: it may still be yesterday where the shift is.
        var today = DateOnly.FromDateTime(validationContext.GetRequiredService<TimeProvider>().GetUtcNow().UtcDateTime);
        if (Day < today.AddDays(-1) || Day > today.AddYears(1))
        {
            yield return new ValidationResult("Choisissez un jour dans les douze mois qui viennent.", [nameof(Day)]);
        }
    }

    public static ShiftForm From(Need need)
    {
        var zone = TimeZoneInfo.FindSystemTimeZoneById(need.TimeZone);
        var starts = TimeZoneInfo.ConvertTime(need.StartsAt, zone).DateTime;
        return new ShiftForm
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

    /// <param name="day">The day of the need, which that of the form may not be: one form changes many dates of a series.</param>
    /// <param name="zone">The clocks of the place.</param>
    public NeedChange ToChange(DateOnly day, TimeZoneInfo zone)
    {
        var shift = ShiftTime.From(day, Starts!.Value, Ends!.Value, zone);
        return new NeedChange(
            shift.StartsAt, shift.EndsAt, BreakMinutes!.Value, HeadCount!.Value, Site!, ContactName!, ContactPhone!, Instructions ?? "");
    }
}
