using Microsoft.AspNetCore.Mvc;
using Relais.Accounts.Contracts;
using Relais.Kernel.Wording;
using Relais.Volunteers.Dossier;
using Relais.Volunteers.Practice;

namespace Relais.Volunteers.MyDossier;

internal sealed class PracticePage(ICurrentUser user, IPeople people, Dossiers dossiers, RppsCheck check, Words words, TimeProvider clock)
    : DossierPage(user, dossiers, words, clock), IPracticePage
{
    private readonly ICurrentUser _user = user;
    private readonly Dossiers _dossiers = dossiers;

    [BindProperty]
    public PracticeForm Form { get; set; } = new();

    public RppsSaid? Said { get; private set; }

    public void OnGet() => Form = new PracticeForm
    {
        Professions = [.. Volunteer.Professions.Select(profession => profession.Code)],
        Status = Volunteer.Status,
        Regime = Volunteer.Regime,
        Rpps = Volunteer.Rpps,
    };

    public async Task<IActionResult> OnPostCheckAsync(CancellationToken cancellation)
    {
        var name = await people.FindAsync(_user.Person, cancellation);
        Said = await check.AskAsync(ModelState, Form, new RppsAsker(name?.FirstName ?? "", name?.LastName ?? "", _user.Account.ToString(), HasAccount: true), cancellation);
        return Page();
    }

    /// <summary>A profession that goes takes its units along; one that comes is asked for its units next.</summary>
    public async Task<IActionResult> OnPostAsync(CancellationToken cancellation)
    {
        await PracticeRules.CheckAsync(ModelState, Form, _dossiers, Volunteer.PersonId, T, cancellation);
        if (!ModelState.IsValid)
        {
            return Page();
        }

        var freshness = await _dossiers.FreshnessAsync(cancellation);
        var kept = Volunteer.Skills.Select(skill => skill.Skill).Where(skill => Form.Chosen.Contains(skill.Cell.Profession)).ToList();
        var missing = Form.Chosen.Except(kept.Select(skill => skill.Cell.Profession)).ToList();
        var next = missing.Count is 0 ? Home : $"/mon-dossier/competences?{string.Join('&', Form.Chosen.Select(profession => $"metier={profession.Code}"))}";
        return await ChangeAsync(
            "practice",
            volunteer =>
            {
                volunteer.Practise(Form.Status!.Value, Form.Regime!.Value, Form.Rpps);
                if (kept.Count > 0)
                {
                    volunteer.Master(kept, freshness);
                }
            },
            next,
            cancellation);
    }
}
