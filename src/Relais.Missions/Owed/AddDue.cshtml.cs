using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Relais.Accounts.Contracts;
using Relais.Kernel.Identifiers;
using Relais.Missions.Contracts;
using Relais.Missions.Life;
using Relais.Missions.Presence;

namespace Relais.Missions.Owed;

/// <summary>What the establishment owes besides the hours: a journey, a meal, a correction.</summary>
internal sealed class AddDueModel(PresenceList list, Payments payments) : PageModel, IShowsPeople
{
    public PresenceLine Line { get; private set; } = null!;

    [BindProperty]
    public AddedSumForm Form { get; set; } = new();

    FileReading IShowsPeople.Reading => MissionsReadings.Owed;

    IEnumerable<PersonId> IShowsPeople.PeopleShown => [Line.Mission.PersonId];

    public async Task<IActionResult> OnGetAsync(Finess finess, Guid mission, CancellationToken cancellation) =>
        await LookAsync(finess, mission, cancellation) ? Page() : NotFound();

    public async Task<IActionResult> OnPostAsync(Finess finess, Guid mission, CancellationToken cancellation)
    {
        if (!await LookAsync(finess, mission, cancellation))
        {
            return NotFound();
        }

        if (!ModelState.IsValid)
        {
            return Page();
        }

        var added = await payments.AddAsync(finess, new MissionId(mission), Form.Label!.Trim(), Form.Cents, cancellation);
        return added is MissionResult.Done ? Redirect($"/etablissements/{finess}/sommes-dues") : NotFound();
    }

    private async Task<bool> LookAsync(Finess finess, Guid mission, CancellationToken cancellation)
    {
        if (await list.FindAsync(finess, new MissionId(mission), cancellation) is not { Hours.AgreedAt: not null } line)
        {
            return false;
        }

        Line = line;
        return true;
    }
}

internal sealed class AddedSumForm
{
    [Display(Name = "Pour quoi")]
    [Required(ErrorMessage = "Dites à quoi correspond la somme")]
    [StringLength(120, ErrorMessage = "120 caractères au plus")]
    public string? Label { get; set; }

    [Display(Name = "Somme brute, en euros")]
    [Required(ErrorMessage = "Indiquez la somme, en euros")]
    [Range(typeof(decimal), "0.01", "100000", ParseLimitsInInvariantCulture = true, ConvertValueInInvariantCulture = true, ErrorMessage = "Indiquez une somme de 0,01 à 100 000 euros")]
    public decimal? Euros { get; set; }

    internal int Cents => (int)decimal.Round(Euros!.Value * 100, MidpointRounding.AwayFromZero);
}
