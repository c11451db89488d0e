using Microsoft.AspNetCore.Mvc;
using Relais.Accounts.Contracts;
using Relais.Kernel.Wording;
using Relais.Volunteers.Contracts;
using Relais.Volunteers.Dossier;
using Relais.Volunteers.Skills;

namespace Relais.Volunteers.MyDossier;

internal sealed class SkillsPage(ICurrentUser user, Dossiers dossiers, Words words, TimeProvider clock)
    : DossierPage(user, dossiers, words, clock), ISkillsPage
{
    private readonly Dossiers _dossiers = dossiers;

    /// <summary>The professions just chosen, beside those of the dossier.</summary>
    [BindProperty(SupportsGet = true, Name = "metier")]
    public List<string> Chosen { get; set; } = [];

    [BindProperty]
    public SkillsForm Form { get; set; } = new();

    private IReadOnlyList<Skill> Known => [.. Volunteer.Skills.Select(skill => skill.Skill)];

    private IEnumerable<Profession> Professions =>
        Profession.All.Where(profession => Chosen.Count > 0 ? Chosen.Contains(profession.Code) : Volunteer.Professions.Contains(profession));

    public void OnGet() => Form = SkillsForm.For(Professions, Known, Today);

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellation)
    {
        Form = Form.For(Professions);
        if (ModelState.IsValid && !Form.HasAny)
        {
            ModelState.AddModelError("Form.Lines[0].Experience", T[SkillsForm.NoneSentence]);
        }

        if (!ModelState.IsValid)
        {
            return Page();
        }

        var freshness = await _dossiers.FreshnessAsync(cancellation);
        return await ChangeAsync("skills", volunteer => volunteer.Master(Form.ToSkills(Today, Known), freshness), Home, cancellation);
    }
}
