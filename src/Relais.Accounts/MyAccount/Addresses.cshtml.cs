using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Relais.Accounts.Contracts;
using Relais.Accounts.People;
using Relais.Design.Display;
using Relais.Kernel.Data;
using Relais.Kernel.Journal;
using Relais.Kernel.Wording;

namespace Relais.Accounts.MyAccount;

internal sealed class AddressesModel(RelaisDb db, ICurrentUser user, IPeople people, AddressChecks checks, JournalWriter journal, Words T) : PageModel
{
    private const int Most = 6;

    [BindProperty]
    public AddressForm Form { get; set; } = new();

    public IReadOnlyList<PersonAddress> Addresses { get; private set; } = [];

    public Task OnGetAsync(CancellationToken cancellation) => LookAsync(cancellation);

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellation)
    {
        await LookAsync(cancellation);
        if (!ModelState.IsValid)
        {
            return Page();
        }

        if (!ContactPoint.TryEmail(Form.Address, out var address) && !ContactPoint.TryMobile(Form.Address, out address))
        {
            ModelState.AddModelError("Form.Address", T["Indiquez une adresse électronique complète ou un numéro de mobile"]);
            return Page();
        }

        if (Addresses.Count >= Most)
        {
            ModelState.AddModelError("Form.Address", T["Six adresses au plus : retirez-en une d’abord"]);
            return Page();
        }

        await people.AddAddressAsync(user.Person, address, cancellation);
        journal.Record("address.added", "person", user.Person.Value);
        await db.SaveChangesAsync(cancellation);
        TempData.Announce(T["Un lien de confirmation part vers {0}. Relais n’y écrira qu’une fois l’adresse confirmée.", address]);
        return LocalRedirect("/mon-compte/adresses");
    }

    public async Task<IActionResult> OnPostSendAgainAsync(Guid address, CancellationToken cancellation)
    {
        await LookAsync(cancellation);
        if (Addresses.FirstOrDefault(a => a.Id == address) is not { IsProved: false } known)
        {
            return NotFound();
        }

        checks.Ask(user.Person, known.Address);
        await db.SaveChangesAsync(cancellation);
        TempData.Announce(T["Un nouveau lien de confirmation part vers {0}.", known.Address]);
        return LocalRedirect("/mon-compte/adresses");
    }

    public async Task<IActionResult> OnPostRemoveAsync(Guid address, CancellationToken cancellation)
    {
        await LookAsync(cancellation);
        if (Addresses.FirstOrDefault(a => a.Id == address) is not { } known)
        {
            return NotFound();
        }

        if (known.Address.Kind is AddressKind.Email && !Addresses.Any(a => a.Id != address && a.IsProved && a.Address.Kind is AddressKind.Email))
        {
            ModelState.AddModelError("", T["Gardez une adresse électronique confirmée : sans elle, vous ne pourriez plus entrer."]);
            return Page();
        }

        db.Remove(await db.Set<ContactAddress>().SingleAsync(a => a.Id == address && a.PersonId == user.Person, cancellation));
        journal.Record("address.removed", "person", user.Person.Value);
        await db.SaveChangesAsync(cancellation);
        TempData.Announce(T["{0} est retiré : Relais n’y écrit plus.", known.Address]);
        return LocalRedirect("/mon-compte/adresses");
    }

    private async Task LookAsync(CancellationToken cancellation) => Addresses = await people.AddressesAsync(user.Person, cancellation);

    internal sealed class AddressForm
    {
        [Display(Name = "Adresse électronique ou mobile à ajouter")]
        [Required(ErrorMessage = "Indiquez une adresse électronique complète ou un numéro de mobile")]
        [StringLength(254)]
        public string? Address { get; init; }
    }
}
