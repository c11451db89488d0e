using System.ComponentModel.DataAnnotations;

namespace Relais.Accounts.Delegations;

internal sealed class HandOverForm
{
    [Display(Name = "Quelle fonction")]
    [Required(ErrorMessage = "Choisissez une de vos fonctions")]
    public Guid? Held { get; init; }

    [Display(Name = "Adresse électronique de votre collègue")]
    [Required(ErrorMessage = "Indiquez l’adresse électronique de votre collègue")]
    [StringLength(254)]
    public string? Colleague { get; init; }

    [Display(Name = "À partir du")]
    [Required(ErrorMessage = "Indiquez le premier jour")]
    public DateOnly? FromDay { get; init; }

    [Display(Name = "Heure de début")]
    [Required(ErrorMessage = "Indiquez une heure, par exemple 18:00")]
    public TimeOnly? FromTime { get; init; }

    [Display(Name = "Jusqu’au")]
    [Required(ErrorMessage = "Indiquez le dernier jour")]
    public DateOnly? UntilDay { get; init; }

    [Display(Name = "Heure de fin")]
    [Required(ErrorMessage = "Indiquez une heure, par exemple 08:00")]
    public TimeOnly? UntilTime { get; init; }

    [Display(Name = "Mot de passation")]
    [StringLength(Delegation.MostCharacters, ErrorMessage = "2 000 caractères au plus")]
    public string? Note { get; init; }
}
