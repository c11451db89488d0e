using System.ComponentModel.DataAnnotations;
using Relais.Volunteers.Contracts;

namespace Relais.Volunteers.When;

/// <summary>Step 5: the usual week, nights, notice, and a spell away.</summary>
internal sealed class WhenForm : IValidatableObject
{
    public static readonly IReadOnlyList<int> NoticeHoursOffered = [0, 2, 4, 12, 24, 48, 72];

    [Display(Name = "Votre semaine habituelle")]
    public List<string> Week { get; set; } = [];

    [Display(Name = "J’accepte de travailler la nuit")]
    public bool Nights { get; set; }

    [Display(Name = "Je peux partir")]
    public int NoticeHours { get; set; } = 4;

    [Display(Name = "Séjour le plus long loin de chez moi, en jours"), Range(1, 365, ErrorMessage = "Indiquez un nombre de jours entre 1 et 365")]
    public int? LongestStayDays { get; set; }

    [Display(Name = "Je ne suis pas disponible du")]
    public DateOnly? AwayFrom { get; set; }

    [Display(Name = "Au (ce jour compris)")]
    public DateOnly? AwayTo { get; set; }

    public IEnumerable<ValidationResult> Validate(ValidationContext validationContext)
    {
        if (!NoticeHoursOffered.Contains(NoticeHours))
        {
            yield return new ValidationResult("Choisissez un délai de la liste", [nameof(NoticeHours)]);
        }

        if (AwayFrom is not null && AwayTo is null)
        {
            yield return new ValidationResult("Indiquez le dernier jour", [nameof(AwayTo)]);
        }

        if (AwayTo is not null && AwayFrom is null)
        {
            yield return new ValidationResult("Indiquez le premier jour", [nameof(AwayFrom)]);
        }

        if (AwayTo < AwayFrom)
        {
            yield return new ValidationResult("Le dernier jour vient après le premier", [nameof(AwayTo)]);
        }

        if (AwayTo is { Year: > 2100 } || AwayFrom is { Year: < 2000 })
        {
            yield return new ValidationResult("Vérifiez les dates", [nameof(AwayFrom)]);
        }
    }

    public Readiness ToReadiness(string timeZone) => new()
    {
        Week = WeekChoices.ToWeek(Week),
        Nights = Nights,
        NoticeHours = NoticeHours,
        LongestStayDays = LongestStayDays,
        Spells = AwayFrom is { } from && AwayTo is { } to ? [new Spell(SpellKind.Blocked, LocalDays.Between(from, to, timeZone))] : [],
    };
}
