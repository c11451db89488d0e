using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Relais.Accounts.Contracts;
using Relais.Design.Display;
using Relais.Kernel.Data;
using Relais.Kernel.Wording;
using Relais.Reinforcement.Contracts;
using Relais.Reinforcement.Needs;

namespace Relais.Reinforcement.Coordination.Calls;

/// <summary>One person on the telephone: the number, what to say, what came of it.</summary>
internal sealed class CallModel(
    RelaisDb db, CallList list, Calling calling, NeedText text, IPeople people, ICurrentUser user, TimeProvider clock, Words T) : PageModel, IShowsPeople
{
    public static FileReading Number { get; } = new(
        "need.number_read", "Votre nom et votre numéro, pour vous appeler au sujet d’un besoin", Role.Coordinator, Role.NationalCrisisCentre);

    public Need Need { get; private set; } = null!;

    public NeedSummary Summary { get; private set; } = null!;

    public CallLine Line { get; private set; } = null!;

    public ContactPoint? Mobile { get; private set; }

    public ContactPoint? Email { get; private set; }

    [BindProperty]
    public CallForm Form { get; set; } = new();

    FileReading IShowsPeople.Reading => Number;

    IEnumerable<PersonId> IShowsPeople.PeopleShown => [Line.Name.Id];

    public async Task<IActionResult> OnGetAsync(Guid id, Guid person, CancellationToken cancellation) =>
        await LookAsync(id, person, cancellation) ? Page() : NotFound();

    public async Task<IActionResult> OnPostAsync(Guid id, Guid person, CancellationToken cancellation)
    {
        if (!await LookAsync(id, person, cancellation))
        {
            return NotFound();
        }

        if (!ModelState.IsValid)
        {
            return Page();
        }

        if (await calling.RecordAsync(Need.Id, Line, user.Person, Form.Made(Need, clock.GetUtcNow()), cancellation) is { } refusal)
        {
            ModelState.AddModelError("Form.Outcome", refusal);
            Response.StatusCode = StatusCodes.Status409Conflict;
            return Page();
        }

        TempData.Announce(T["Appel noté : {0}", Line.Name.FullName]);
        return LocalRedirect($"/besoins/{id}/suivi");
    }

    private async Task<bool> LookAsync(Guid id, Guid person, CancellationToken cancellation)
    {
        if (await db.Set<Need>().AsNoTracking().SingleOrDefaultAsync(need => need.Id == new NeedId(id), cancellation) is not { } need
            || await list.FindAsync(need, new PersonId(person), cancellation) is not { } line)
        {
            return false;
        }

        (Need, Line, Summary) = (need, line, await text.SummaryAsync(need, cancellation));
        var addresses = (await people.AddressesAsync(line.Name.Id, cancellation)).Select(known => known.Address).ToList();
        (Mobile, Email) = (addresses.Find(address => address.Kind is AddressKind.Mobile), addresses.Find(address => address.Kind is AddressKind.Email));
        return true;
    }
}
