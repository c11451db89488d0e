using System.ComponentModel.DataAnnotations;
using Relais.Matching.Rest;
using Relais.Volunteers.When;

namespace Relais.Volunteers.Employer;

/// <summary>A shift at one's own employer, as it is typed.</summary>
internal sealed class ShiftForm : IValidatableObject
{
    [Display(Name = "Jour"), Required(ErrorMessage = "Indiquez le jour")]
    public DateOnly? Day { get; set; }

    [Display(Name = "Début"), Required(ErrorMessage = "Indiquez l’heure de début")]
    public TimeOnly? From { get; set; }

    [Display(Name = "Fin"), Required(ErrorMessage = "Indiquez l’heure de fin")]
    public TimeOnly? To { get; set; }

    [Display(Name = "Pause non comptée, en minutes"), Range(0, 240, ErrorMessage = "Indiquez une pause entre 0 et 240 minutes")]
    public int BreakMinutes { get; set; }

    public IEnumerable<ValidationResult> Validate(ValidationContext validationContext)
    {
        if (Day is { Year: < 2000 or > 2100 })
        {
            yield return new ValidationResult("Vérifiez la date", [nameof(Day)]);
        }
    }

    /// <summary>A shift that ends before it begins goes on the next day.</summary>
    public Interval When(string timeZone)
    {
        var lastDay = To > From ? Day!.Value : Day!.Value.AddDays(1);
        return new Interval(LocalDays.Instant(Day.Value, From!.Value, timeZone), LocalDays.Instant(lastDay, To!.Value, timeZone));
    }
}
