using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Relais.Accounts.Contracts;
using Relais.Design.Display;
using Relais.Kernel.Data;
using Relais.Kernel.Journal;
using Relais.Kernel.Wording;

namespace Relais.Accounts.MyAccount;

internal sealed class NameModel(RelaisDb db, ICurrentUser user, IPeople people, JournalWriter journal, Words T) : PageModel
{
    [BindProperty]
    public NameForm Form { get; set; } = new();

    public async Task OnGetAsync(CancellationToken cancellation)
    {
        var name = (await people.FindAsync(user.Person, cancellation))!;
        Form = new NameForm { FirstName = name.FirstName, LastName = name.LastName };
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellation)
    {
        if (!ModelState.IsValid)
        {
            return Page();
        }

        await people.RenameAsync(user.Person, Form.FirstName!, Form.LastName!, cancellation);
        journal.Record("person.renamed", "person", user.Person.Value);
        await db.SaveChangesAsync(cancellation);
        TempData.Announce(T["Votre nom est enregistré."]);
        return LocalRedirect("/mon-compte");
    }

    internal sealed class NameForm
    {
        [Display(Name = "Prénom")]
        [Required(ErrorMessage = "Indiquez votre prénom")]
        [StringLength(80)]
        public string? FirstName { get; init; }

        [Display(Name = "Nom")]
        [Required(ErrorMessage = "Indiquez votre nom")]
        [StringLength(80)]
        public string? LastName { get; init; }
    }
}
