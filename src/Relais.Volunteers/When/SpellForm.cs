using System.ComponentModel.DataAnnotations;
using Relais.Matching.Rest;
using Relais.Volunteers.Contracts;

namespace Relais.Volunteers.When;

/// <summary>A dated spell, whole days or some hours.</summary>
internal sealed class SpellForm : IValidatableObject
{
    [Display(Name = "À ces dates"), Required(ErrorMessage = "Dites si vous êtes disponible ou non")]
    public SpellKind? Kind { get; set; }

    [Display(Name = "Du"), Required(ErrorMessage = "Indiquez le premier jour")]
    public DateOnly? From { get; set; }

    [Display(Name = "Au (ce jour compris)")]
    public DateOnly? To { get; set; }

    [Display(Name = "De")]
    public TimeOnly? FromTime { get; set; }

    [Display(Name = "À")]
    public TimeOnly? ToTime { get; set; }

    public IEnumerable<ValidationResult> Validate(ValidationContext validationContext)
    {
        if (To < From)
        {
            yield return new ValidationResult("Le dernier jour vient après le premier", [nameof(To)]);
        }

        if (To is { Year: > 2100 } || From is { Year: < 2000 or > 2100 })
        {
            yield return new ValidationResult("Vérifiez les dates", [nameof(From)]);
        }

        if (FromTime is null != ToTime is null)
        {
            yield return new ValidationResult("Indiquez les deux heures, ou aucune", [nameof(ToTime)]);
        }
    }

    /// <summary>Hours that end before they begin go on the next day.</summary>
    public Spell ToSpell(string timeZone)
    {
        var (first, last) = (From!.Value, To ?? From.Value);
        if (FromTime is not { } from || ToTime is not { } to)
        {
            return new Spell(Kind!.Value, LocalDays.Between(first, last, timeZone));
        }

        var endDay = first == last && to <= from ? last.AddDays(1) : last;
        return new Spell(Kind!.Value, new Interval(LocalDays.Instant(first, from, timeZone), LocalDays.Instant(endDay, to, timeZone)));
    }
}
