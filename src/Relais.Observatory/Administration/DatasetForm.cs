using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Http;
using Relais.Observatory.Contracts;

namespace Relais.Observatory.Administration;

internal sealed class DatasetForm
{
    [Display(Name = "Ce que contient le fichier")]
    [Required(ErrorMessage = "Choisissez ce que contient le fichier")]
    public DatasetKind? Kind { get; set; }

    [Display(Name = "Fichier")]
    public IFormFile? File { get; set; }

    [Display(Name = "Source")]
    [Required(ErrorMessage = "Dites d’où vient le fichier : ce nom accompagnera chaque chiffre")]
    [StringLength(120, ErrorMessage = "120 caractères au plus")]
    public string? Source { get; set; }

    [Display(Name = "Millésime")]
    [Required(ErrorMessage = "Dites de quand sont les chiffres, par exemple 2025")]
    [RegularExpression(@"^\d{4}(-\d{2}){0,2}$", ErrorMessage = "Une année, un mois ou un jour : 2025, 2025-06 ou 2025-06-30")]
    public string? Vintage { get; set; }

    [Display(Name = "Licence")]
    [StringLength(80, ErrorMessage = "80 caractères au plus")]
    public string? Licence { get; set; }

    [Display(Name = "Laisser de côté les lignes illisibles")]
    public bool SkipsBadLines { get; set; }
}
