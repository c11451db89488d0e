using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Relais.Accounts.Contracts;
using Relais.Kernel.Rules;
using Relais.Kernel.Wording;
using Relais.Volunteers.Contracts;
using Relais.Volunteers.Dossier;
using Relais.Volunteers.MyDossier;

namespace Relais.Volunteers.Agreement;

/// <summary>For whom one works, and what the employer agreed to.</summary>
internal sealed class AgreementPage(ICurrentUser user, Dossiers dossiers, DatedRules rules, Words words, TimeProvider clock) : DossierPage(user, dossiers, words, clock)
{
    public const string Address = "/mon-dossier/accord-employeur";

    private AgreementRules _rules = null!;

    [BindProperty]
    public KindForm Kind { get; set; } = new();

    [BindProperty]
    public AgreementForm Form { get; set; } = new();

    /// <summary>Why an agreement is needed today; nothing where none is.</summary>
    public string? Reference => Volunteer is { Status: VolunteerStatus.Active, EmployerKind: { } kind } ? _rules.Reference(kind, Today) : null;

    public bool IsCovered => Volunteer.Agreements.Any(agreement => agreement.Covers(Today));

    [NonHandler]
    public override async Task OnPageHandlerExecutionAsync(PageHandlerExecutingContext context, PageHandlerExecutionDelegate next)
    {
        _rules = await AgreementRules.ReadAsync(rules, HttpContext.RequestAborted);
        await base.OnPageHandlerExecutionAsync(context, next);
    }

    public void OnGet() => Kind.Kind = Volunteer.EmployerKind;

    public async Task<IActionResult> OnPostKindAsync(CancellationToken cancellation)
    {
        JudgeOnly(nameof(Kind));
        return ModelState.IsValid
            ? await ChangeAsync("employer", volunteer => volunteer.WorkFor(Kind.Kind), Address, cancellation)
            : Page();
    }

    public async Task<IActionResult> OnPostAddAsync(CancellationToken cancellation)
    {
        JudgeOnly(nameof(Form));
        Kind.Kind = Volunteer.EmployerKind;
        return ModelState.IsValid
            ? await ChangeAsync("agreement", volunteer => volunteer.Add(Form.ToAgreement()), Address, cancellation)
            : Page();
    }

    public Task<IActionResult> OnPostRemoveAsync(Guid id, CancellationToken cancellation) =>
        ChangeAsync("agreement", volunteer => volunteer.RemoveAgreement(id), Address, cancellation);

    /// <summary>What is missing in the form that was not sent is not said.</summary>
    private void JudgeOnly(string form)
    {
        foreach (var key in ModelState.Keys.Where(key => !key.StartsWith($"{form}.", StringComparison.Ordinal)).ToList())
        {
            ModelState.Remove(key);
        }
    }
}
