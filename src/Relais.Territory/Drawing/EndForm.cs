using System.ComponentModel.DataAnnotations;

namespace Relais.Territory.Drawing;

internal sealed class EndForm
{
    [Display(Name = "Premier jour où il n’existe plus"), Required(ErrorMessage = "Indiquez le jour")]
    public DateOnly? Day { get; set; }

    [Display(Name = "Pourquoi"), Required(ErrorMessage = "Dites pourquoi : qui relira doit le comprendre"), StringLength(500, ErrorMessage = "Au plus 500 caractères")]
    public string? Reason { get; set; }
}
