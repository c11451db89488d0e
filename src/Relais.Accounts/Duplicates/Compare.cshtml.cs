using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Relais.Accounts.Contracts;
using Relais.Accounts.Readings;
using Relais.Design.Display;
using Relais.Design.Fields;
using Relais.Kernel.Wording;

namespace Relais.Accounts.Duplicates;

internal sealed class CompareModel(
    IPeople people, DossierDeciders deciders, Lookalikes lookalikes, SideBySide sideBySide, Mergers mergers, Words T) : PageModel, IShowsPeople
{
    [BindProperty]
    public MergeForm Form { get; set; } = new();

    public PersonName First { get; private set; } = null!;

    public PersonName Second { get; private set; } = null!;

    public IReadOnlyList<ComparedFact> Lines { get; private set; } = [];

    public IReadOnlyList<Choice> Choices => [new("1", T["1 : {0}", First.FullName]), new("2", T["2 : {0}", Second.FullName])];

    FileReading IShowsPeople.Reading => AccountsReadings.Compared;

    IEnumerable<PersonId> IShowsPeople.PeopleShown => [First.Id, Second.Id];

    public async Task<IActionResult> OnGetAsync(Guid first, Guid second, CancellationToken cancellation) =>
        await LookAsync(first, second, cancellation) ? Page() : NotFound();

    public async Task<IActionResult> OnPostAsync(Guid first, Guid second, CancellationToken cancellation)
    {
        if (!await LookAsync(first, second, cancellation))
        {
            return NotFound();
        }

        if (ModelState.IsValid)
        {
            var (kept, absorbed) = Form.Keep is 1 ? (First, Second) : (Second, First);
            switch (await mergers.MergeAsync(kept.Id, absorbed.Id, Form.Reason!, cancellation))
            {
                case MergeAnswer.Done done:
                    TempData.Announce(T["Les deux dossiers n’en font plus qu’un."]);
                    return LocalRedirect($"/doublons/reunions/{done.Merger}");
                case MergeAnswer.Refused refused:
                    foreach (var why in refused.Why)
                    {
                        ModelState.AddModelError("Form.Keep", why);
                    }

                    break;
            }
        }

        return Page();
    }

    public async Task<IActionResult> OnPostApartAsync(Guid first, Guid second, CancellationToken cancellation)
    {
        if (!await LookAsync(first, second, cancellation))
        {
            return NotFound();
        }

        await lookalikes.TellApartAsync(First.Id, Second.Id, cancellation);
        TempData.Announce(T["Ces deux dossiers ne seront plus rapprochés."]);
        return LocalRedirect("/doublons");
    }

    private async Task<bool> LookAsync(Guid first, Guid second, CancellationToken cancellation)
    {
        var (one, other) = (new PersonId(first), new PersonId(second));
        if (one == other
            || await people.FindAsync(one, cancellation) is not { } firstName
            || await people.FindAsync(other, cancellation) is not { } secondName
            || await deciders.DecidableAsync([one, other], cancellation) is not { Count: 2 })
        {
            return false;
        }

        (First, Second) = (firstName, secondName);
        Lines = await sideBySide.CompareAsync(one, other, cancellation);
        return true;
    }

    internal sealed class MergeForm
    {
        [Display(Name = "Quel dossier gardez-vous ?")]
        [Required(ErrorMessage = "Choisissez le dossier que vous gardez")]
        [Range(1, 2, ErrorMessage = "Choisissez le dossier que vous gardez")]
        public int? Keep { get; init; }

        [Display(Name = "Comment le savez-vous ?")]
        [Required(ErrorMessage = "Dites comment vous le savez, par exemple « appelée le 3 mars »")]
        [StringLength(500)]
        public string? Reason { get; init; }
    }
}
