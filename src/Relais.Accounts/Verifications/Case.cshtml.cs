using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.EntityFrameworkCore;
using Relais.Accounts.Contracts;
using Relais.Accounts.Readings;
using Relais.Design.Display;
using Relais.Kernel.Data;
using Relais.Kernel.Wording;

namespace Relais.Accounts.Verifications;

internal sealed class CaseModel(
    RelaisDb db,
    VerificationDesk desk,
    VerificationJudgement judgement,
    IEnumerable<IVerificationHandler> handlers,
    IPeople people,
    TimeProvider clock,
    Words T) : PageModel, IShowsPeople
{
    [BindProperty]
    public DecisionForm Form { get; set; } = new();

    public Verification Case { get; private set; } = null!;

    public IVerificationHandler? Handler { get; private set; }

    public VerificationSubject? Subject { get; private set; }

    public string? Person { get; private set; }

    public IReadOnlyList<Guid> Files { get; private set; } = [];

    public IReadOnlyList<Verification> Earlier { get; private set; } = [];

    public DateOnly Today => DateOnly.FromDateTime(clock.GetUtcNow().UtcDateTime);

    public IEnumerable<SelectListItem> Levels =>
        (Handler?.Levels ?? []).Select(level => new SelectListItem($"{level.Level} – {T[level.Name]}", $"{level.Level}"));

    public static string OutcomeOf(Verification decided, Words t) => decided.State switch
    {
        VerificationState.Accepted => t["acceptée"],
        VerificationState.Refused => t["refusée"],
        _ => t["complément demandé"],
    };

    FileReading IShowsPeople.Reading => AccountsReadings.Verification;

    IEnumerable<PersonId> IShowsPeople.PeopleShown => [Case.PersonId];

    public async Task<IActionResult> OnGetAsync(Guid id, CancellationToken cancellation)
    {
        await LookAsync(id, cancellation);
        Form = new DecisionForm { Level = Case.AskedLevel };
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(Guid id, CancellationToken cancellation)
    {
        await LookAsync(id, cancellation);
        Check();
        if (!ModelState.IsValid)
        {
            return Page();
        }

        var accepts = Form.Outcome is DecisionOutcome.Accept;
        var decided = await judgement.DecideAsync(
            id,
            new Judgement(
                (VerificationState)Form.Outcome!,
                accepts && Levels.Any() ? Form.Level : null,
                accepts ? Form.ValidUntil : null,
                Form.Seen!,
                Form.Reason ?? ""),
            cancellation);
        TempData.Announce((decided, Form.Outcome) switch
        {
            (true, DecisionOutcome.AskMore) => T["La décision est enregistrée et la personne est prévenue."],
            (true, _) => T["La décision est enregistrée, la personne est prévenue et les pièces sont effacées."],
            _ => T["Quelqu’un a décidé avant vous : rien n’a été changé."],
        });
        return LocalRedirect("/verifications");
    }

    private void Check()
    {
        if (Form.Outcome is DecisionOutcome.Accept)
        {
            if (Levels.Any() && !Levels.Any(level => level.Value == $"{Form.Level}"))
            {
                ModelState.AddModelError("Form.Level", T["Choisissez le niveau accordé"]);
            }

            if (Levels.Any() && Form.ValidUntil is null)
            {
                ModelState.AddModelError("Form.ValidUntil", T["Dites jusqu’à quand la vérification vaut"]);
            }

            if (Form.ValidUntil <= Today)
            {
                ModelState.AddModelError("Form.ValidUntil", T["Choisissez une date à venir"]);
            }
        }
        else if (string.IsNullOrWhiteSpace(Form.Reason))
        {
            ModelState.AddModelError("Form.Reason", T["Dites à la personne pourquoi, ou ce qu’il manque"]);
        }
    }

    private async Task LookAsync(Guid id, CancellationToken cancellation)
    {
        Case = await db.Set<Verification>().AsNoTracking().SingleAsync(v => v.Id == id, cancellation);
        Handler = handlers.FirstOrDefault(handler => handler.Kind == Case.Kind);
        Subject = Handler is null ? null : (await Handler.DescribeAsync([Case.SubjectId], cancellation)).GetValueOrDefault(Case.SubjectId);
        Person = (await people.FindAsync(Case.PersonId, cancellation))?.FullName;
        Files = Case.State is VerificationState.Waiting ? await desk.FilesOfAsync(id, cancellation) : [];
        Earlier = await db.Set<Verification>().AsNoTracking()
            .Where(v => v.SubjectId == Case.SubjectId && v.Kind == Case.Kind && v.Id != id && v.DecidedAt != null)
            .OrderByDescending(v => v.SubmittedAt)
            .Take(10)
            .ToListAsync(cancellation);
    }

    internal enum DecisionOutcome
    {
        [Display(Name = "Accepter")]
        Accept = VerificationState.Accepted,

        [Display(Name = "Demander un complément", Description = "La personne garde ce qu’elle a envoyé et ajoute ce qui manque")]
        AskMore = VerificationState.MoreAsked,

        [Display(Name = "Refuser")]
        Refuse = VerificationState.Refused,
    }

    internal sealed class DecisionForm
    {
        [Display(Name = "Décision")]
        [Required(ErrorMessage = "Choisissez une décision")]
        public DecisionOutcome? Outcome { get; init; }

        [Display(Name = "Niveau accordé")]
        public int? Level { get; init; }

        [Display(Name = "Vaut jusqu’au")]
        public DateOnly? ValidUntil { get; init; }

        [Display(Name = "Ce que vous avez vu")]
        [Required(ErrorMessage = "Dites sur quoi repose la décision : les pièces seront effacées")]
        [StringLength(500)]
        public string? Seen { get; init; }

        [Display(Name = "Message à la personne")]
        [StringLength(1000)]
        public string? Reason { get; init; }
    }
}
