using System.ComponentModel.DataAnnotations;

namespace Relais.Reinforcement.RegionPlans;

/// <summary>What a plan is asked for.</summary>
internal sealed class PlansForm : IValidatableObject
{
    /// <summary>In days.</summary>
    public static IReadOnlyList<int> Horizons { get; } = [3, 7, 14, 28];

    [Display(Name = "Territoire")]
    [Required(ErrorMessage = "Choisissez un territoire que vous coordonnez")]
    public string? Scope { get; init; }

    [Display(Name = "Besoins qui commencent dans les")]
    [Required(ErrorMessage = "Choisissez une durée")]
    public int? Days { get; init; } = 7;

    public IEnumerable<ValidationResult> Validate(ValidationContext validationContext)
    {
        if (Days is { } days && !Horizons.Contains(days))
        {
            yield return new ValidationResult("Choisissez une durée", [nameof(Days)]);
        }
    }
}
