using Microsoft.AspNetCore.Mvc;
using Relais.Accounts.Contracts;
using Relais.Commitments.Contracts;
using Relais.Design.Display;
using Relais.Kernel.Wording;
using Relais.Matching.Rest;
using Relais.Volunteers.Dossier;
using Relais.Volunteers.MyDossier;
using Relais.Volunteers.When;

namespace Relais.Volunteers.Employer;

/// <summary>What a calendar file would do, before it is imported.</summary>
internal sealed class ImportPage(ICurrentUser user, Dossiers dossiers, IEmployerShifts shifts, Words words, TimeProvider clock)
    : DossierPage(user, dossiers, words, clock)
{
    public const string Address = "/mes-horaires/import";

    public CalendarReport Report { get; private set; } = null!;

    public async Task<IActionResult> OnGetAsync(Guid id, CancellationToken cancellation)
    {
        if (await shifts.FindReadingAsync(Volunteer.PersonId, new EmployerImportId(id), cancellation) is not CalendarAnswer.Read read)
        {
            return Redirect(EmployerHoursPage.Address);
        }

        Report = read.Report;
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(Guid id, CancellationToken cancellation)
    {
        var answer = await shifts.ApplyAsync(Volunteer.PersonId, new EmployerImportId(id), cancellation);
        TempData.Announce(answer is CalendarAnswer.Read read
            ? T.Count(read.Report.Shifts.Count, "{0} poste importé", "{0} postes importés")
            : T["Ce fichier n’attend plus : envoyez-le de nouveau"]);
        return Redirect(EmployerHoursPage.Address);
    }

    public string Describe(Interval when) => SpellWords.Describe(when, Volunteer.TimeZone, T);
}
