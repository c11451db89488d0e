using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Http;
using Relais.Volunteers.Contracts;

namespace Relais.Volunteers.Titles;

internal sealed class TitleForm
{
    [Display(Name = "Le métier à vérifier"), Required(ErrorMessage = "Choisissez un métier")]
    public string? Profession { get; set; }

    [Display(Name = "Votre exercice"), Required(ErrorMessage = "Choisissez votre exercice")]
    public CredentialLevel? Level { get; set; }

    [Display(Name = "Photo ou PDF du diplôme, de la carte ou du bulletin")]
    public IFormFile? Proof { get; set; }

    [Display(Name = "Précision pour la personne qui vérifie"), StringLength(500, ErrorMessage = "Au plus 500 caractères")]
    public string? Note { get; set; }
}
