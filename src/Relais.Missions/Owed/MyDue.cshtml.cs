using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Relais.Missions.Complaints;
using Relais.Missions.Life;

namespace Relais.Missions.Owed;

/// <summary>One sum: how it is made, by which text, by when; and what the person says of it.</summary>
internal sealed class MyDueModel(DueBook dues, Complaining complaining) : PageModel
{
    public DueLine Line { get; private set; } = null!;

    [BindProperty]
    public ComplaintForm Form { get; set; } = new();

    public async Task<IActionResult> OnGetAsync(Guid id, CancellationToken cancellation) => await LookAsync(id, cancellation) ? Page() : NotFound();

    public async Task<IActionResult> OnPostAsync(Guid id, CancellationToken cancellation)
    {
        if (!await LookAsync(id, cancellation))
        {
            return NotFound();
        }

        if (ModelState.IsValid && await complaining.SayAsync(id, Form.Words!.Trim(), cancellation) is MissionResult.Refused refused)
        {
            ModelState.AddModelError("Form.Words", refused.Sentence);
        }

        return ModelState.IsValid ? Redirect($"/mon-compte/ce-qui-m-est-du/{id}") : Page();
    }

    private async Task<bool> LookAsync(Guid id, CancellationToken cancellation)
    {
        if (await dues.FindAsync(id, cancellation) is not { } line)
        {
            return false;
        }

        Line = line;
        return true;
    }
}

internal sealed class ComplaintForm
{
    [Display(Name = "Ce qui ne va pas")]
    [Required(ErrorMessage = "Dites en quelques mots ce qui ne va pas")]
    [StringLength(Complaint.MostCharacters, ErrorMessage = "1 000 caractères au plus")]
    public string? Words { get; set; }
}
