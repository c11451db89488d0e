using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Relais.Accounts.Contracts;
using Relais.Missions.Life;
using Relais.Missions.Owed;

namespace Relais.Missions.Complaints;

/// <summary>The establishment or a coordinator reads a complaint beside the sum that it is about, and answers.</summary>
internal sealed class AnswerComplaintModel(ComplaintBook complaints, Complaining complaining, ICurrentUser user) : PageModel, IShowsPeople
{
    public DueLine Line { get; private set; } = null!;

    public bool IsWaiting { get; private set; }

    [BindProperty]
    public AnswerForm Form { get; set; } = new();

    FileReading IShowsPeople.Reading => MissionsReadings.Complaint;

    IEnumerable<PersonId> IShowsPeople.PeopleShown => [Line.Mission.PersonId];

    public async Task<IActionResult> OnGetAsync(Guid id, CancellationToken cancellation) => await LookAsync(id, cancellation) ? Page() : NotFound();

    public async Task<IActionResult> OnPostAsync(Guid id, CancellationToken cancellation)
    {
        if (!await LookAsync(id, cancellation))
        {
            return NotFound();
        }

        if (!ModelState.IsValid)
        {
            return Page();
        }

        if (await complaining.AnswerAsync(id, Form.Words!.Trim(), user.Account, cancellation) is not MissionResult.Refused refused)
        {
            return Redirect($"/reclamations/{id}");
        }

        await LookAsync(id, cancellation);
        ModelState.AddModelError("Form.Words", refused.Sentence);
        return Page();
    }

    private async Task<bool> LookAsync(Guid id, CancellationToken cancellation)
    {
        if (await complaints.FindAsync(id, cancellation) is not { } found)
        {
            return false;
        }

        (Line, IsWaiting) = (found.Line, found.Complaint.IsWaiting);
        return true;
    }
}

internal sealed class AnswerForm
{
    [Display(Name = "Votre réponse")]
    [Required(ErrorMessage = "Écrivez votre réponse")]
    [StringLength(Complaint.MostCharacters, ErrorMessage = "1 000 caractères au plus")]
    public string? Words { get; set; }
}
