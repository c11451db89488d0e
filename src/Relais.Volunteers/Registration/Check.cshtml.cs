using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Mvc;
using Relais.Accounts.Contracts;
using Relais.Kernel.Identifiers;
using Relais.Kernel.Wording;
using Relais.Territory.Contracts;
using Relais.Volunteers.Contracts;
using Relais.Volunteers.Practice;

namespace Relais.Volunteers.Registration;

internal sealed class ConsentForm
{
    [Display(Name = "J’accepte que Relais garde ce dossier et me transmette des demandes de renfort")]
    [Range(typeof(bool), "true", "true", ErrorMessage = "Cochez la case pour ouvrir votre dossier")]
    public bool Agrees { get; set; }
}

internal sealed class CheckStep(
    Drafts drafts, Registering registering, IAccounts accounts, ICurrentUser user, ICommunes communes, Words words, TimeProvider clock) : StepPage(drafts)
{
    private readonly Drafts _drafts = drafts;

    public override int Step => Steps.Last;

    [BindProperty]
    public ConsentForm Form { get; set; } = new();

    public Commune? Home { get; private set; }

    public DateOnly Today => DateOnly.FromDateTime(clock.GetUtcNow().UtcDateTime);

    public async Task OnGetAsync(CancellationToken cancellation) => Home = await HomeAsync(cancellation);

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellation)
    {
        Home = await HomeAsync(cancellation);
        if (Home is null)
        {
            // The reference data changed since the answer: ask again.
            return Redirect(Steps.Url(4));
        }

        if (!ModelState.IsValid)
        {
            return Page();
        }

        var outcome = await registering.RegisterAsync(
            Answers.Who!, user.IsSignedIn ? user.Person : null, person => Dossier(person, Home), () => _drafts.ForgetAsync(cancellation), cancellation);
        switch (outcome)
        {
            case RegistrationOutcome.Registered registered:
                _drafts.ForgetCookie();
                if (!user.IsSignedIn)
                {
                    await accounts.SignInAsync(registered.Account, stay: true, cancellation);
                }

                return Redirect(Steps.Done);
            case RegistrationOutcome.AlreadyRegistered:
                return Redirect("/mon-dossier");
            default:
                ModelState.AddModelError("", words[PracticeRules.TakenSentence]);
                return Page();
        }
    }

    private NewVolunteer Dossier(PersonId person, Commune home) => new()
    {
        Person = person,
        Status = Answers.Practice!.Status!.Value,
        Regime = Answers.Practice.Regime!.Value,
        Rpps = Answers.Practice.Rpps,
        Skills = Answers.Skills!.ToSkills(Today),
        Reach = Answers.Where!.ToReach(home),
        Readiness = Answers.When!.ToReadiness(home.TimeZone),
        At = clock.GetUtcNow(),
    };

    private async Task<Commune?> HomeAsync(CancellationToken cancellation) =>
        CommuneCode.Parse(Answers.Where!.HomeCode).Value is { } code ? (await communes.GetAsync(cancellation)).Find(code) : null;
}
