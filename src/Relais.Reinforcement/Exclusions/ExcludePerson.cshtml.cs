using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Relais.Accounts.Contracts;
using Relais.Design.Display;
using Relais.Kernel.Data;
using Relais.Kernel.Identifiers;
using Relais.Kernel.Wording;
using Relais.Reinforcement.Needs;
using Relais.Reinforcement.Places;
using Relais.Territory.Contracts;
using Relais.Volunteers.Contracts;

namespace Relais.Reinforcement.Exclusions;

/// <summary>An establishment says why it no longer calls on somebody whom it knows: who came there, or agreed to be of its own pool.</summary>
internal sealed class ExcludePersonModel(
    RelaisDb db, ExclusionList exclusions, Excluding excluding, IOwnPools ownPools, IFacilities facilities, IPeople people, ICurrentUser user, Words t) : PageModel, IShowsPeople
{
    [BindProperty]
    public ExcludeForm Form { get; set; } = new();

    public FacilitySummary Facility { get; private set; } = null!;

    public PersonName Who { get; private set; } = null!;

    FileReading IShowsPeople.Reading => FacilityExclusionsModel.Names;

    IEnumerable<PersonId> IShowsPeople.PeopleShown => Who is null ? [] : [Who.Id];

    public async Task<IActionResult> OnGetAsync(Finess finess, Guid person, CancellationToken cancellation)
    {
        if (!await FindAsync(finess, new PersonId(person), cancellation))
        {
            return NotFound();
        }

        Form.Reason = await exclusions.SaidBy(ExclusionSide.Facility).Where(one => one.Finess == finess && one.PersonId == Who.Id).Select(one => one.Reason).SingleOrDefaultAsync(cancellation);
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(Finess finess, Guid person, CancellationToken cancellation)
    {
        if (!await FindAsync(finess, new PersonId(person), cancellation))
        {
            return NotFound();
        }

        if (!ModelState.IsValid)
        {
            return Page();
        }

        await excluding.ByFacilityAsync(finess, Who.Id, Form.Reason!.Trim(), user.Person, cancellation);
        TempData.Announce(t["C’est noté : vous ne faites plus appel à {0}.", Who.FullName]);
        return Redirect(FacilityExclusionsModel.Address(finess));
    }

    private async Task<bool> FindAsync(Finess finess, PersonId person, CancellationToken cancellation)
    {
        if (await facilities.FindAsync(finess, cancellation) is not { } facility
            || !await IsKnownAsync(finess, person, cancellation)
            || await people.FindAsync(person, cancellation) is not { } name)
        {
            return false;
        }

        (Facility, Who) = (facility, name);
        return true;
    }

    /// <summary>A name is shown to those who have read it before.</summary>
    private async Task<bool> IsKnownAsync(Finess finess, PersonId person, CancellationToken cancellation) =>
        await db.Set<Assignment>().Where(held => held.PersonId == person).AnyAsync(held => db.Set<Need>().Any(need => need.Id == held.NeedId && need.Finess == finess), cancellation)
        || (await ownPools.AgreedAsync(finess, cancellation)).Contains(person);
}

internal sealed class ExcludeForm
{
    [Display(Name = "Motif")]
    [Required(ErrorMessage = "Dites pourquoi")]
    [StringLength(500, ErrorMessage = "500 caractères au plus")]
    public string? Reason { get; set; }
}
