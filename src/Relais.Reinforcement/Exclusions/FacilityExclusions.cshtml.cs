using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Relais.Accounts.Contracts;
using Relais.Design.Display;
using Relais.Design.Files;
using Relais.Documents;
using Relais.Kernel.Identifiers;
using Relais.Kernel.Wording;
using Relais.Territory.Contracts;

namespace Relais.Reinforcement.Exclusions;

/// <summary>The people on whom an establishment no longer calls. Those who do not want to come there are not in it.</summary>
internal sealed class FacilityExclusionsModel(ExclusionList exclusions, Excluding excluding, IFacilities facilities, IPeople people, Words t)
    : PageModel, IShowsPeople, IHasTables
{
    public static FileReading Names { get; } = new("exclusion.read", "Votre nom, parmi les personnes à qui un établissement ne fait plus appel", Role.FacilityManager);

    public FacilitySummary Facility { get; private set; } = null!;

    public IReadOnlyList<ExcludedPerson> Lines { get; private set; } = [];

    FileReading IShowsPeople.Reading => Names;

    IEnumerable<PersonId> IShowsPeople.PeopleShown => Lines.Select(line => line.Said.PersonId);

    public static string Address(Finess finess) => $"/etablissements/{finess}/personnes-ecartees";

    Sheet? IHasTables.Table(string? name) => Sheet.Of(
        t["Personnes à qui nous ne faisons plus appel"],
        Lines,
        (t["Nom"], line => Cell.Of(line.Name)),
        (t["Depuis le"], line => Cell.Of(DateOnly.FromDateTime(line.Said.Since.UtcDateTime))),
        (t["Motif"], line => Cell.Of(line.Said.Reason)));

    public async Task<IActionResult> OnGetAsync(Finess finess, CancellationToken cancellation)
    {
        if (await facilities.FindAsync(finess, cancellation) is not { } facility)
        {
            return NotFound();
        }

        Facility = facility;
        var said = await exclusions.SaidBy(ExclusionSide.Facility).Where(one => one.Finess == finess).ToListAsync(cancellation);
        var names = await people.FindAsync([.. said.Select(one => one.PersonId)], cancellation);
        Lines = [.. said.Where(one => names.ContainsKey(one.PersonId)).Select(one => new ExcludedPerson(one, names[one.PersonId].FullName))];
        return Page();
    }

    public async Task<IActionResult> OnPostLiftAsync(Finess finess, Guid person, CancellationToken cancellation)
    {
        if (await excluding.LiftAsync(new PersonId(person), finess, ExclusionSide.Facility, cancellation))
        {
            TempData.Announce(t["Vous pouvez de nouveau faire appel à cette personne."]);
        }

        return Redirect(Address(finess));
    }
}

internal sealed record ExcludedPerson(Exclusion Said, string Name);
