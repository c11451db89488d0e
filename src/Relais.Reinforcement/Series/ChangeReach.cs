using System.ComponentModel.DataAnnotations;

namespace Relais.Reinforcement.Series;

/// <summary>How far a change made on one date of a series goes. A date that was changed alone keeps its own change.</summary>
internal enum ChangeReach
{
    [Display(Name = "Cette date seulement")]
    ThisDate,

    [Display(Name = "Cette date et les suivantes")]
    Following,

    [Display(Name = "Toute la série", Description = "Les dates changées seules gardent leur changement.")]
    Series,
}
