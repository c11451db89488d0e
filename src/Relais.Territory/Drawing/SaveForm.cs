using System.ComponentModel.DataAnnotations;
using Relais.Territory.Contracts;

namespace Relais.Territory.Drawing;

internal sealed class SaveForm
{
    [Display(Name = "Nom du territoire"), Required(ErrorMessage = "Donnez un nom au territoire"), StringLength(120, ErrorMessage = "120 caractères au plus")]
    public string? Name { get; set; }

    [Display(Name = "Nature"), Required(ErrorMessage = "Dites ce qu’est ce territoire")]
    public TerritoryKind? Kind { get; set; }

    [Display(Name = "En vigueur à partir du"), Required(ErrorMessage = "Indiquez le premier jour")]
    public DateOnly? From { get; set; }

    [Display(Name = "Qui dresse cette liste"), Required(ErrorMessage = "Dites qui dresse cette liste"), StringLength(200, ErrorMessage = "200 caractères au plus")]
    public string? Source { get; set; }

    [Display(Name = "Pourquoi"), StringLength(500, ErrorMessage = "Au plus 500 caractères")]
    public string? Reason { get; set; }
}
