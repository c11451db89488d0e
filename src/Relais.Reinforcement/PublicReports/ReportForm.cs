using System.ComponentModel.DataAnnotations;

namespace Relais.Reinforcement.PublicReports;

/// <summary>What a coordinator publishes: the figures are counted again, whatever was shown.</summary>
internal sealed class ReportForm
{
    public string? Scope { get; set; }

    public string? From { get; set; }

    public string? To { get; set; }

    [Display(Name = "Quelques mots en tête (facultatif)")]
    [StringLength(600, ErrorMessage = "600 caractères au plus.")]
    public string? Foreword { get; set; }
}
