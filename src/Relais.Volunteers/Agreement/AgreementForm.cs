using System.ComponentModel.DataAnnotations;
using Relais.Volunteers.Contracts;

namespace Relais.Volunteers.Agreement;

internal sealed class KindForm
{
    [Display(Name = "Pour qui travaillez-vous ?"), Required(ErrorMessage = "Choisissez une réponse")]
    public EmployerKind? Kind { get; set; }
}

internal sealed class AgreementForm : IValidatableObject
{
    [Display(Name = "Employeur qui a donné son accord"), Required(ErrorMessage = "Indiquez le nom de l’employeur")]
    [StringLength(120, ErrorMessage = "120 caractères au plus")]
    public string? Employer { get; set; }

    [Display(Name = "Du"), Required(ErrorMessage = "Indiquez le premier jour")]
    public DateOnly? From { get; set; }

    [Display(Name = "Au (ce jour compris)"), Required(ErrorMessage = "Indiquez le dernier jour")]
    public DateOnly? Until { get; set; }

    [Display(Name = "Jours par mois, au plus")]
    [Range(1, 31, ErrorMessage = "Indiquez de 1 à 31 jours")]
    public int? MonthlyDays { get; set; }

    public IEnumerable<ValidationResult> Validate(ValidationContext validationContext)
    {
        if (Until < From)
        {
            yield return new ValidationResult("Le dernier jour vient après le premier", [nameof(Until)]);
        }

        if (Until is { Year: > 2100 } || From is { Year: < 2000 or > 2100 })
        {
            yield return new ValidationResult("Vérifiez les dates", [nameof(From)]);
        }
    }

    public EmployerAgreement ToAgreement() => new(Employer!.Trim(), From!.Value, Until!.Value, MonthlyDays);
}
