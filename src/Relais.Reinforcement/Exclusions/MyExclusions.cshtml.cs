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

/// <summary>The establishments by which a person no longer wants to be asked, and those that no longer call on them.</summary>
internal sealed class MyExclusionsModel(ExclusionList exclusions, Excluding excluding, IFacilities facilities, ICurrentUser user, Words t) : PageModel, IHasTables
{
    public const string Address = "/mes-demandes/etablissements-ecartes";

    public IReadOnlyList<ExcludedFacility> Mine { get; private set; } = [];

    public IReadOnlyList<ExcludedFacility> Theirs { get; private set; } = [];

    Sheet? IHasTables.Table(string? name) => Sheet.Of(
        t["Les établissements que j’écarte"],
        Mine,
        (t["Établissement"], one => Cell.Of(one.Name)),
        (t["Numéro FINESS"], one => Cell.Of(one.Finess.Value)),
        (t["Depuis le"], one => Cell.Of(DateOnly.FromDateTime(one.Since.UtcDateTime))));

    public async Task OnGetAsync(CancellationToken cancellation)
    {
        Mine = await OfAsync(ExclusionSide.Person, cancellation);
        Theirs = await OfAsync(ExclusionSide.Facility, cancellation);
    }

    public async Task<IActionResult> OnPostLiftAsync(Finess finess, CancellationToken cancellation)
    {
        if (await excluding.LiftAsync(user.Person, finess, ExclusionSide.Person, cancellation))
        {
            TempData.Announce(t["Cet établissement peut de nouveau vous être proposé."]);
        }

        return Redirect(Address);
    }

    private async Task<IReadOnlyList<ExcludedFacility>> OfAsync(ExclusionSide side, CancellationToken cancellation)
    {
        var said = await exclusions.SaidBy(side).Where(one => one.PersonId == user.Person).ToListAsync(cancellation);
        var names = await facilities.FindAsync([.. said.Select(one => one.Finess)], cancellation);
        return [.. said.Select(one => new ExcludedFacility(one.Finess, names.GetValueOrDefault(one.Finess)?.Name ?? one.Finess.Printed, one.Since))];
    }
}

internal sealed record ExcludedFacility(Finess Finess, string Name, DateTimeOffset Since);
