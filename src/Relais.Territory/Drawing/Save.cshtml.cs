using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.Rendering;
using Relais.Design.Display;
using Relais.Kernel.Identifiers;
using Relais.Kernel.Wording;
using Relais.Territory.Contracts;
using Relais.Territory.Territories;

namespace Relais.Territory.Drawing;

/// <summary>Saves a set of communes as a territory with a name and a first day, or as the next list of one that is saved already.</summary>
internal sealed class SaveModel(DrawingDesk desk, VersionHistory history, ITerritorySets sets, TerritoryVersions versions, Words t) : PageModel
{
    public const string Address = "/territoires/enregistrer";

    private static readonly int[] Years = [1990, 2100];

    /// <summary>A <see cref="TerritorySet"/>.</summary>
    [BindProperty(SupportsGet = true)]
    public string? Territoires { get; set; }

    /// <summary>The code of the territory of which this is the next list.</summary>
    [BindProperty(SupportsGet = true)]
    public string? De { get; set; }

    [BindProperty]
    public SaveForm Form { get; set; } = new();

    /// <summary>Nothing as long as no commune was chosen.</summary>
    public ReadTerritorySet? Set { get; private set; }

    /// <summary>The list that this one follows.</summary>
    public VersionLine? Before { get; private set; }

    public IEnumerable<SelectListItem> Kinds => TerritoryKinds.Drawn.Select(kind => new SelectListItem(t.NameOf(kind), kind.ToString()));

    public IReadOnlyList<string> Came => [.. Set!.Communes.Where(commune => !Before!.Communes.Contains(commune.Code)).Select(commune => commune.Name)];

    public int Went => Before!.Communes.Count(code => Set!.Communes.All(commune => commune.Code != code));

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellation)
    {
        if (!await ReadAsync(cancellation))
        {
            return NotFound();
        }

        Form = Before is { Version: var version }
            ? new SaveForm { Name = version.Name, Kind = version.Kind, From = versions.Today, Source = version.Source }
            : new SaveForm { From = versions.Today };
        ModelState.Clear();
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellation)
    {
        if (!await ReadAsync(cancellation))
        {
            return NotFound();
        }

        if (Set is null)
        {
            return Page();
        }

        if (Form.From is { } from && (from.Year < Years[0] || from.Year > Years[1]))
        {
            ModelState.AddModelError("Form.From", t["Vérifiez l’année"]);
        }

        if (Form.Kind is { } kind && !kind.IsDrawn())
        {
            ModelState.AddModelError("Form.Kind", t["Dites ce qu’est ce territoire"]);
        }

        if (Before is not null && string.IsNullOrWhiteSpace(Form.Reason))
        {
            ModelState.AddModelError("Form.Reason", t["Dites pourquoi la liste change : qui relira doit le comprendre"]);
        }

        if (!ModelState.IsValid)
        {
            return Page();
        }

        var wish = new DrawingWish(
            Form.Kind!.Value, Form.Name!.Trim(), [.. Set.Communes.Select(commune => commune.Code)], Form.From!.Value, Form.Source!.Trim(), string.IsNullOrWhiteSpace(Form.Reason) ? null : Form.Reason.Trim());
        var drawn = Before is null ? await desk.SaveAsync(wish, cancellation) : await desk.RedrawAsync(Before.Version.Code, wish, cancellation);
        if (drawn.Code is { } code)
        {
            TempData.Announce(t["Le territoire est enregistré : {0}.", wish.Name]);
            return Redirect(VersionsModel.AddressOf(code));
        }

        ModelState.AddModelError(drawn.Refusal is DrawingRefusal.BeginsTooEarly ? "Form.From" : "Form.Name", t.Say(drawn.Refusal!.Value));
        return Page();
    }

    /// <returns>False for the next list of a territory that nobody drew.</returns>
    private async Task<bool> ReadAsync(CancellationToken cancellation)
    {
        if (TerritorySet.Parse(Territoires) is { IsValid: true, Value: var set } && await sets.ReadAsync(set, cancellation) is { Communes.Count: > 0 } read)
        {
            Set = read;
        }

        if (string.IsNullOrWhiteSpace(De))
        {
            return true;
        }

        Before = TerritoryCode.Parse(De).Value is { } code && await history.OfAsync(code, cancellation) is [var last, ..] && last.Version.Kind.IsDrawn() ? last : null;
        return Before is not null;
    }
}
