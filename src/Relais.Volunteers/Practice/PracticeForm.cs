using System.ComponentModel.DataAnnotations;
using Relais.Kernel.Identifiers;
using Relais.Matching.Rest;
using Relais.Volunteers.Contracts;

namespace Relais.Volunteers.Practice;

/// <summary>Professions, situation, employer and number of the directory. In the registration the professions say which skills to ask.</summary>
internal sealed class PracticeForm : IValidatableObject
{
    [Display(Name = "Vos métiers")]
    public List<string> Professions { get; set; } = [];

    [Display(Name = "Votre situation"), Required(ErrorMessage = "Choisissez votre situation")]
    public VolunteerStatus? Status { get; set; }

    [Display(Name = "Votre employeur"), Required(ErrorMessage = "Choisissez votre employeur : la loi sur le repos en dépend")]
    public Regime? Regime { get; set; }

    [Display(Name = "Numéro RPPS")]
    public Rpps? Rpps { get; set; }

    public IReadOnlyList<Profession> Chosen => [.. Profession.All.Where(profession => Professions.Contains(profession.Code))];

    public IEnumerable<ValidationResult> Validate(ValidationContext validationContext)
    {
        if (Chosen.Count is 0)
        {
            yield return new ValidationResult("Choisissez au moins un métier", [nameof(Professions)]);
        }
    }
}
