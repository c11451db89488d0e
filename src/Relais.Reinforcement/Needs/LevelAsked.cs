using System.ComponentModel.DataAnnotations;

namespace Relais.Reinforcement.Needs;

/// <summary>The least level of verification of those who are asked, as a need says it: 0 to 4.</summary>
internal enum LevelAsked
{
    [Display(Name = "Aucune : toute personne inscrite")]
    None,

    [Display(Name = "Au moins étudiant ou expérience vérifiée")]
    Supervised,

    [Display(Name = "Droit d’exercer vérifié")]
    Licensed,

    [Display(Name = "Droit d’exercer vérifié, en exercice")]
    Active,

    [Display(Name = "Droit d’exercer vérifié, en exercice à l’hôpital")]
    HospitalActive,
}
