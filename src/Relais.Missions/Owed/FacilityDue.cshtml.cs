using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Relais.Accounts.Contracts;
using Relais.Kernel.Identifiers;
using Relais.Kernel.Wording;
using Relais.Missions.Life;

namespace Relais.Missions.Owed;

/// <summary>One sum as the establishment sees it: by when it is paid, on which day it was, and how much where no text says.</summary>
internal sealed class FacilityDueModel(DueBook dues, Payments payments, Words t) : PageModel, IShowsPeople
{
    public DueLine Line { get; private set; } = null!;

    [BindProperty]
    public StatedSumForm Form { get; set; } = new();

    [BindProperty]
    [Display(Name = "Jour du paiement")]
    public DateOnly? PaidOn { get; set; }

    FileReading IShowsPeople.Reading => MissionsReadings.Owed;

    IEnumerable<PersonId> IShowsPeople.PeopleShown => [Line.Mission.PersonId];

    public async Task<IActionResult> OnGetAsync(Finess finess, Guid id, CancellationToken cancellation)
    {
        if (!await LookAsync(finess, id, cancellation))
        {
            return NotFound();
        }

        Form = new StatedSumForm { ExpectedOn = Line.Due.ExpectedOn, Euros = Line.Due.Cents / 100m, Basis = Line.Due.Reference };
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(Finess finess, Guid id, CancellationToken cancellation)
    {
        if (!await LookAsync(finess, id, cancellation))
        {
            return NotFound();
        }

        if (Line.Due.Kind is DueKind.NoRate)
        {
            AddIf(Form.Euros is null, "Form.Euros", "Indiquez la somme, en euros");
            AddIf(string.IsNullOrWhiteSpace(Form.Basis), "Form.Basis", "Dites sur quelle base : un contrat, une décision");
        }

        return ModelState.IsValid
            ? After(finess, await payments.StateAsync(finess, id, Form.Cents, Form.Basis?.Trim() ?? "", Form.ExpectedOn!.Value, cancellation), "Form.ExpectedOn")
            : Page();
    }

    public async Task<IActionResult> OnPostPaidAsync(Finess finess, Guid id, CancellationToken cancellation)
    {
        if (!await LookAsync(finess, id, cancellation))
        {
            return NotFound();
        }

        foreach (var field in ModelState.Keys.Where(key => key.StartsWith("Form", StringComparison.Ordinal)).ToList())
        {
            ModelState.Remove(field);
        }

        AddIf(PaidOn is null && ModelState.IsValid, nameof(PaidOn), "Indiquez le jour du paiement");
        return ModelState.IsValid ? After(finess, await payments.PayAsync(finess, id, PaidOn, cancellation), nameof(PaidOn)) : Page();
    }

    private IActionResult After(Finess finess, MissionResult result, string field)
    {
        if (result is MissionResult.Refused refused)
        {
            ModelState.AddModelError(field, refused.Sentence);
            return Page();
        }

        return Redirect($"/etablissements/{finess}/sommes-dues");
    }

    private void AddIf(bool isWrong, string field, string sentence)
    {
        if (isWrong && ModelState.GetFieldValidationState(field) is not Microsoft.AspNetCore.Mvc.ModelBinding.ModelValidationState.Invalid)
        {
            ModelState.AddModelError(field, t[sentence]);
        }
    }

    private async Task<bool> LookAsync(Finess finess, Guid id, CancellationToken cancellation)
    {
        if (await dues.FindAsync(id, cancellation) is not { } line || line.Mission.Finess != finess)
        {
            return false;
        }

        Line = line;
        return true;
    }
}

internal sealed class StatedSumForm
{
    [Display(Name = "Somme brute, en euros")]
    [Range(typeof(decimal), "0.01", "100000", ParseLimitsInInvariantCulture = true, ConvertValueInInvariantCulture = true, ErrorMessage = "Indiquez une somme de 0,01 à 100 000 euros")]
    public decimal? Euros { get; set; }

    [Display(Name = "Sur quelle base")]
    [StringLength(200, ErrorMessage = "200 caractères au plus")]
    public string? Basis { get; set; }

    [Display(Name = "Payée au plus tard le")]
    [Required(ErrorMessage = "Indiquez la date à laquelle la somme sera payée")]
    public DateOnly? ExpectedOn { get; set; }

    internal int? Cents => Euros is { } euros ? (int)decimal.Round(euros * 100, MidpointRounding.AwayFromZero) : null;
}
