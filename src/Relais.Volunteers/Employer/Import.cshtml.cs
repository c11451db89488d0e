using Microsoft.AspNetCore.Mvc;
using Relais.Accounts.Contracts;
using Relais.Commitments.Contracts;
using Relais.Design.Display;
using Relais.Design.Files;
using Relais.Documents;
using Relais.Kernel.Wording;
using Relais.Matching.Rest;
using Relais.Volunteers.Dossier;
using Relais.Volunteers.MyDossier;
using Relais.Volunteers.When;

namespace Relais.Volunteers.Employer;

/// <summary>What a calendar file would do, before it is imported.</summary>
internal sealed class ImportPage(ICurrentUser user, Dossiers dossiers, IEmployerShifts shifts, Words words, TimeProvider clock)
    : DossierPage(user, dossiers, words, clock), IHasTables
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

    Sheet? IHasTables.Table(string? name) => name switch
    {
        "retenus" => Sheet.Of(
            T["Postes retenus"],
            Report.Shifts,
            (T["Début"], shift => Cell.At(shift.Start, Volunteer.TimeZone)),
            (T["Fin"], shift => Cell.At(shift.End, Volunteer.TimeZone)),
            (T["Fuseau horaire"], _ => Cell.Of(Volunteer.TimeZone))),
        "laisses" => Sheet.Of(
            T["Événements laissés de côté"],
            Report.LeftOut,
            (T["Ligne"], left => Cell.Of(left.Line)),
            (T["Événement"], left => Cell.Of(left.Label)),
            (T["Pourquoi"], left => Cell.Of(left.Sentence))),
        _ => null,
    };

    public string Describe(Interval when) => SpellWords.Describe(when, Volunteer.TimeZone, T);
}
