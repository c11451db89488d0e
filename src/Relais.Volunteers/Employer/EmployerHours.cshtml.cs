using Microsoft.AspNetCore.Http;
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

/// <summary>The shifts at one's own employer, by which rest is counted before a mission is offered.</summary>
internal sealed class EmployerHoursPage(ICurrentUser user, Dossiers dossiers, IEmployerShifts shifts, Words words, TimeProvider clock)
    : DossierPage(user, dossiers, words, clock)
{
    public const string Address = "/mes-horaires";

    private const long MostBytes = 2 * 1024 * 1024;

    public EmployerHours Hours { get; private set; } = null!;

    public ShiftForm Shift { get; private set; } = new();

    public async Task OnGetAsync(CancellationToken cancellation) => Hours = await shifts.ReadAsync(Volunteer.PersonId, cancellation);

    public async Task<IActionResult> OnPostAddAsync([Bind(Prefix = "Shift")] ShiftForm shift, CancellationToken cancellation)
    {
        if (ModelState.IsValid)
        {
            var typed = new NewEmployerShift
            {
                Person = Volunteer.PersonId,
                When = shift.When(Volunteer.TimeZone),
                BreakMinutes = shift.BreakMinutes,
                TimeZone = Volunteer.TimeZone,
            };
            if (await shifts.AddAsync(typed, cancellation) is not ShiftAnswer.Refused refused)
            {
                return Said("Votre poste est enregistré");
            }

            ModelState.AddModelError("Shift.To", refused.Sentence);
        }

        Shift = shift;
        return await AgainAsync(cancellation);
    }

    public async Task<IActionResult> OnPostReadAsync(IFormFile? calendar, bool wholeDays, CancellationToken cancellation)
    {
        if (calendar is null or { Length: 0 or > MostBytes })
        {
            ModelState.AddModelError("calendar", T[calendar is { Length: > 0 } ? "Ce fichier dépasse 2 Mo : exportez une période plus courte" : "Choisissez un fichier d’agenda (.ics)"]);
            return await AgainAsync(cancellation);
        }

        await using var content = calendar.OpenReadStream();
        var upload = new CalendarUpload
        {
            Person = Volunteer.PersonId,
            FileName = Path.GetFileName(calendar.FileName),
            Content = content,
            TimeZone = Volunteer.TimeZone,
            WholeDaysAreWorked = wholeDays,
        };
        switch (await shifts.ReadCalendarAsync(upload, cancellation))
        {
            case CalendarAnswer.Read read:
                return Redirect($"{ImportPage.Address}/{read.Id}");
            case CalendarAnswer.Refused refused:
                ModelState.AddModelError("calendar", refused.Sentence);
                break;
        }

        return await AgainAsync(cancellation);
    }

    public async Task<IActionResult> OnPostRemoveAsync(Guid id, CancellationToken cancellation)
    {
        await shifts.RemoveAsync(Volunteer.PersonId, new CommitmentId(id), cancellation);
        return Said("Le poste est retiré");
    }

    public async Task<IActionResult> OnPostRemoveImportAsync(Guid id, CancellationToken cancellation)
    {
        await shifts.RemoveImportAsync(Volunteer.PersonId, new EmployerImportId(id), cancellation);
        return Said("L’agenda et ses postes sont retirés");
    }

    public async Task<IActionResult> OnPostNobodyAsync(CancellationToken cancellation)
    {
        if (await shifts.DeclareNoEmployerAsync(Volunteer.PersonId, cancellation) is { } refusal)
        {
            ModelState.AddModelError("", refusal);
            return await AgainAsync(cancellation);
        }

        return Said("C’est noté : vous n’avez pas d’employeur");
    }

    public async Task<IActionResult> OnPostSomebodyAsync(CancellationToken cancellation)
    {
        await shifts.WithdrawNoEmployerAsync(Volunteer.PersonId, cancellation);
        return Said("C’est noté : indiquez vos horaires");
    }

    public string Describe(Interval when) => SpellWords.Describe(when, Volunteer.TimeZone, T);

    private RedirectResult Said(string sentence)
    {
        TempData.Announce(T[sentence]);
        return Redirect(Address);
    }

    private async Task<IActionResult> AgainAsync(CancellationToken cancellation)
    {
        Hours = await shifts.ReadAsync(Volunteer.PersonId, cancellation);
        return Page();
    }
}
