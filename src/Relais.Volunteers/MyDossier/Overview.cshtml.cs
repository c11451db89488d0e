using Microsoft.AspNetCore.Mvc;
using Relais.Accounts.Contracts;
using Relais.Commitments.Contracts;
using Relais.Kernel.Rules;
using Relais.Kernel.Wording;
using Relais.Volunteers.Agreement;
using Relais.Volunteers.Dossier;

namespace Relais.Volunteers.MyDossier;

internal sealed class OverviewPage(ICurrentUser user, Dossiers dossiers, IPeople people, ICommitments commitments, DatedRules rules, Words words, TimeProvider clock)
    : DossierPage(user, dossiers, words, clock)
{
    public IReadOnlyList<DossierTask> Tasks { get; private set; } = [];

    public async Task OnGetAsync(CancellationToken cancellation)
    {
        var known = await commitments.WithKnownEmployerHoursAsync([Volunteer.PersonId.Value], cancellation);
        var addresses = await people.AddressesAsync(Volunteer.PersonId, cancellation);
        Tasks = DossierTasks.Of(Volunteer, Today, await AgreementRules.ReadAsync(rules, cancellation), known.Count > 0, addresses.Any(address => address.IsProved), T);
    }

    /// <summary>Asked again at once, from the first page: the pause is what people look for in a hurry.</summary>
    public Task<IActionResult> OnPostResumeAsync(CancellationToken cancellation) =>
        ChangeAsync("preferences", volunteer => volunteer.Prefer(volunteer.Preferences with { IsOn = true, PausedUntil = null }), Home, cancellation);
}
