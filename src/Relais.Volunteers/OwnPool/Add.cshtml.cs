using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.Rendering;
using Relais.Accounts.Contracts;
using Relais.Design.Display;
using Relais.Kernel.Identifiers;
using Relais.Kernel.Wording;
using Relais.Territory.Contracts;
using Relais.Volunteers.Contracts;

namespace Relais.Volunteers.OwnPool;

internal sealed class AddPage(OwnPools pools, IFacilities facilities, Words T) : PageModel
{
    [BindProperty]
    public MemberForm Form { get; set; } = new();

    public IEnumerable<SelectListItem> Professions => Profession.All.Select(job => new SelectListItem(T[job.Label], job.Code));

    public async Task<IActionResult> OnGetAsync(Finess finess, CancellationToken cancellation) =>
        await facilities.FindAsync(finess, cancellation) is null ? NotFound() : Page();

    public async Task<IActionResult> OnPostAsync(Finess finess, CancellationToken cancellation)
    {
        if (await facilities.FindAsync(finess, cancellation) is null)
        {
            return NotFound();
        }

        ContactPoint.TryEmail(Form.Email, out var email);
        ContactPoint.TryMobile(Form.Mobile, out var mobile);
        if (ModelState.IsValid && email is null && mobile is null)
        {
            ModelState.AddModelError("Form.Email", T["Indiquez une adresse électronique ou un mobile : un seul suffit"]);
        }

        if (ModelState.IsValid)
        {
            var line = new PoolLine(0, Form.FirstName!.Trim(), Form.LastName!.Trim(), email?.Value, mobile?.Value, Profession.Find(Form.Profession));
            if (!await pools.AddAsync(pools.New(finess, line), cancellation))
            {
                ModelState.AddModelError("Form.Email", T["Cette adresse ou ce mobile est déjà dans votre vivier"]);
            }
        }

        if (!ModelState.IsValid)
        {
            return Page();
        }

        TempData.Announce(T["La personne est dans votre vivier."]);
        return Redirect($"/etablissements/{finess}/vivier");
    }

    internal sealed class MemberForm
    {
        [Display(Name = "Prénom"), Required(ErrorMessage = "Indiquez son prénom"), StringLength(80, ErrorMessage = "Le prénom a 80 caractères au plus")]
        public string? FirstName { get; set; }

        [Display(Name = "Nom"), Required(ErrorMessage = "Indiquez son nom"), StringLength(80, ErrorMessage = "Le nom a 80 caractères au plus")]
        public string? LastName { get; set; }

        [Display(Name = "Adresse électronique"), EmailField, StringLength(254)]
        public string? Email { get; set; }

        [Display(Name = "Téléphone mobile"), MobileField, StringLength(30)]
        public string? Mobile { get; set; }

        [Display(Name = "Métier"), StringLength(60)]
        public string? Profession { get; set; }
    }
}
