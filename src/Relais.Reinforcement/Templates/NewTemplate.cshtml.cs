using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.EntityFrameworkCore;
using Relais.Kernel.Data;
using Relais.Kernel.Identifiers;
using Relais.Kernel.Wording;
using Relais.Reinforcement.Needs;
using Relais.Territory.Contracts;

namespace Relais.Reinforcement.Templates;

internal sealed class NewTemplateModel(RelaisDb db, IFacilities facilities, Words t) : PageModel
{
    [BindProperty]
    public TemplateForm Form { get; set; } = new();

    public string FacilityName { get; private set; } = "";

    public IEnumerable<SelectListItem> Cells => CellChoices.All(t);

    public async Task<IActionResult> OnGetAsync(Finess finess, CancellationToken cancellation) =>
        await PrepareAsync(finess, cancellation) ? Page() : NotFound();

    public async Task<IActionResult> OnPostAsync(Finess finess, CancellationToken cancellation)
    {
        if (!await PrepareAsync(finess, cancellation))
        {
            return NotFound();
        }

        // A template has no day.
        ModelState.Remove("Form.Day");
        if (!ModelState.IsValid)
        {
            return Page();
        }

        db.Add(Form.ToTemplate(finess, Form.Name!.Trim()));
        try
        {
            await db.SaveChangesAsync(cancellation);
        }
        catch (DbUpdateException exception) when (exception.RefusedBy("need_template_name_once", "need_template.finess, need_template.name"))
        {
            ModelState.AddModelError("Form.Name", t["Un modèle porte déjà ce nom."]);
            return Page();
        }

        return Redirect($"/etablissements/{finess}/modeles");
    }

    private async Task<bool> PrepareAsync(Finess finess, CancellationToken cancellation)
    {
        FacilityName = (await facilities.FindAsync(finess, cancellation))?.Name ?? "";
        return FacilityName.Length > 0;
    }
}

internal sealed class TemplateForm : NeedForm
{
    [Display(Name = "Nom du modèle")]
    [Required(ErrorMessage = "Donnez un nom au modèle, par exemple « IDE réa nuit »")]
    [StringLength(60, ErrorMessage = "60 caractères au plus")]
    public string? Name { get; set; }
}
