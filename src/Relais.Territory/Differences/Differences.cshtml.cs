using System.Globalization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Relais.Accounts.Contracts;
using Relais.Design.Display;
using Relais.Design.Files;
using Relais.Documents;
using Relais.Kernel.Identifiers;
using Relais.Kernel.Wording;
using Relais.Registers.Contracts;

namespace Relais.Territory.Differences;

/// <summary>What Relais and the register say differently of establishments, for a person to settle.</summary>
internal sealed class DifferencesModel(DifferenceDesk desk, DifferenceView view, IRegisters registers, Words t) : PageModel, IHasTables
{
    public const string Address = "/etablissements/ecarts";
    public const int Size = 20;

    [BindProperty]
    public DecisionForm Form { get; set; } = new();

    /// <summary>« decides » for those that were settled.</summary>
    [BindProperty(SupportsGet = true)]
    public string? Etat { get; set; }

    public bool IsDecided => Etat is "decides";

    /// <summary>Read by hand: the framework keeps « page » for its own use when it binds.</summary>
    public int Number => int.TryParse(Request.Query["page"], NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? Math.Clamp(number, 1, 10_000) : 1;

    public RegisterStanding? Standing { get; private set; }

    public int Total { get; private set; }

    public IReadOnlyList<ShownDifference> Lines { get; private set; } = [];

    public IReadOnlyDictionary<Finess, IReadOnlyList<WorkUnderWay>> OpenWork { get; private set; } = new Dictionary<Finess, IReadOnlyList<WorkUnderWay>>();

    public Task OnGetAsync(CancellationToken cancellation) => LookAsync(cancellation);

    public Task<IActionResult> OnPostTakeAsync(CancellationToken cancellation) => DecideAsync(
        () => desk.TakeAsync(Form.Read, cancellation), "{0} établissement dit maintenant ce que dit le registre.", "{0} établissements disent maintenant ce que dit le registre.", cancellation);

    public Task<IActionResult> OnPostKeepAsync(CancellationToken cancellation)
    {
        if (string.IsNullOrWhiteSpace(Form.Reason))
        {
            ModelState.TryAddModelError("Form.Reason", t["Dites pourquoi : qui relira doit le comprendre"]);
        }

        return DecideAsync(
            () => desk.KeepAsync(Form.Read, Form.Reason!.Trim(), cancellation), "{0} établissement garde ce que nous en savons.", "{0} établissements gardent ce que nous en savons.", cancellation);
    }

    /// <summary>A row for each thing that differs.</summary>
    Sheet? IHasTables.Table(string? name) => Sheet.Of(
        t["Écarts avec le FINESS"],
        Lines.SelectMany(line => line.Facts, (line, fact) => (Line: line, Fact: fact)),
        (t["Établissement"], row => Cell.Of(row.Line.Name)),
        (t["FINESS"], row => Cell.Of(row.Line.Difference.Number.Value)),
        (t["Commune"], row => Cell.Of(row.Line.Commune)),
        (t["Ce qui diffère"], row => Cell.Of(row.Fact.Name)),
        (t["Dans Relais"], row => Cell.Of(row.Fact.Ours)),
        (t["Au FINESS"], row => Cell.Of(row.Fact.Theirs)),
        (t["Extrait du"], row => Cell.Of(row.Line.Difference.Vintage)),
        (t["Décision"], row => Cell.Of(StateOf(row.Line.Difference))),
        (t["Raison"], row => Cell.Of(row.Line.Difference.Reason)));

    /// <summary>Where the form is sent: refused, it comes back on the page on which it was filled.</summary>
    public string Acting(string handler) => string.Create(CultureInfo.InvariantCulture, $"{Address}?handler={handler}&page={Number}");

    public string StateOf(FacilityDifference difference) => difference.State switch
    {
        DifferenceState.Taken => t["Repris du registre le {0:d}", difference.DecidedAt!],
        DifferenceState.Kept => t["Le nôtre gardé le {0:d}", difference.DecidedAt!],
        _ => t["À regarder"],
    };

    private async Task<IActionResult> DecideAsync(Func<Task<Decided>> decide, string one, string several, CancellationToken cancellation)
    {
        if (Form.Read.Count is 0)
        {
            ModelState.TryAddModelError("Form.Chosen", t["Cochez au moins un établissement"]);
        }

        if (!ModelState.IsValid)
        {
            await LookAsync(cancellation);
            return Page();
        }

        var decided = await decide();
        TempData.Announce(string.Join(' ', new[]
        {
            decided.Done > 0 ? t.Count(decided.Done, one, several).Value : null,
            decided.Stale > 0 ? t.Count(decided.Stale, "{0} a changé depuis que vous l’avez lu : rien n’y est fait.", "{0} ont changé depuis que vous les avez lus : rien n’y est fait.").Value : null,
        }.OfType<string>()));
        return Redirect(IsDecided ? $"{Address}?etat=decides" : Address);
    }

    private async Task LookAsync(CancellationToken cancellation)
    {
        Standing = await registers.StandingAsync(RegisterKind.Finess, cancellation);
        var all = await desk.ListAsync(IsDecided, cancellation);
        Total = all.Count;
        var rows = this.PageFrom(Number, Size);
        Lines = await view.OfAsync([.. all.Skip(rows.Skip).Take(rows.Take)], cancellation);
        OpenWork = await view.OpenAtAsync(Lines.Where(line => line.Difference.IsOver && !TableFile.IsAskedFor(Request)).Select(line => line.Difference.Number), cancellation);
    }
}
