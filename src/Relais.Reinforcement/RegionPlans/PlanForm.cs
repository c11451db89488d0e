using System.ComponentModel.DataAnnotations;

namespace Relais.Reinforcement.RegionPlans;

/// <summary>What is ticked of a plan, and why it is not followed.</summary>
internal sealed class PlanForm
{
    /// <summary>As <see cref="LineName"/> writes them.</summary>
    [Display(Name = "Personnes proposées")]
    public List<string> Lines { get; init; } = [];

    /// <summary>The line that was set aside and is proposed again.</summary>
    public string? Back { get; init; }

    [Display(Name = "Pourquoi ne pas suivre le plan ?")]
    [StringLength(300, ErrorMessage = "300 caractères au plus")]
    public string? Why { get; init; }
}
