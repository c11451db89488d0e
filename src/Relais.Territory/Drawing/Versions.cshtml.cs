using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Relais.Accounts.Contracts;
using Relais.Design.Display;
using Relais.Design.Files;
using Relais.Documents;
using Relais.Kernel.Identifiers;
using Relais.Kernel.Wording;
using Relais.Territory.Contracts;
using Relais.Territory.Territories;

namespace Relais.Territory.Drawing;

/// <summary>The lists of communes that a territory had: from when until when, what came and went, who says so.</summary>
internal sealed class VersionsModel(DrawingDesk desk, VersionHistory history, TerritoryVersions versions, IRoles roles, Words t) : PageModel, IHasTables
{
    public const string Route = "/territoires/{code}/versions";

    [BindProperty]
    public EndForm Form { get; set; } = new();

    public IReadOnlyList<VersionLine> Lines { get; private set; } = [];

    public VersionLine Last => Lines[0];

    public DateOnly Today => versions.Today;

    public bool IsDrawn => Last.Version.Kind.IsDrawn();

    /// <summary>Whether the reader may change it.</summary>
    public bool MayChange { get; private set; }

    public bool MayUndo => MayChange && desk.IsFresh(Last.Version);

    /// <summary>How many people hold a role over exactly this territory: what they may do follows its list.</summary>
    public int Holders { get; private set; }

    Sheet? IHasTables.Table(string? name) => Sheet.Of(
        t["Listes de communes"],
        Lines,
        (t["Nom"], line => Cell.Of(line.Version.Name)),
        (t["Du"], line => Cell.Of(line.Version.ValidFrom)),
        (t["Au (exclu)"], line => line.Version.ValidTo is { } end ? Cell.Of(end) : Cell.None),
        (t["Communes"], line => Cell.Of(line.Communes.Count)),
        (t["Entrées"], line => Cell.Of(string.Join(", ", line.Came))),
        (t["Sorties"], line => Cell.Of(string.Join(", ", line.Went))),
        (t["Source de la liste"], line => Cell.Of(line.Version.Source)),
        (t["Pourquoi"], line => Cell.Of(line.Version.EndReason ?? line.Version.Reason ?? "")));

    public static string AddressOf(TerritoryCode code) => $"/territoires/{code}/versions";

    public async Task<IActionResult> OnGetAsync(string code, CancellationToken cancellation) =>
        await ReadAsync(code, cancellation) ? Page() : NotFound();

    public async Task<IActionResult> OnPostEndAsync(string code, CancellationToken cancellation)
    {
        if (!await ReadAsync(code, cancellation))
        {
            return NotFound();
        }

        return ModelState.IsValid
            ? Answer(await desk.EndAsync(Last.Version.Code, Form.Day!.Value, Form.Reason!.Trim(), cancellation), t["C’est noté : le territoire n’existe plus à partir du {0:D}.", Form.Day.Value], "Form.Day")
            : Page();
    }

    public async Task<IActionResult> OnPostUndoAsync(string code, Guid version, CancellationToken cancellation)
    {
        ModelState.Clear();
        if (!await ReadAsync(code, cancellation))
        {
            return NotFound();
        }

        var answer = Answer(await desk.UndoAsync(Last.Version.Code, version, cancellation), t["C’est annulé."], "Form");
        return answer is RedirectResult && Lines.Count is 1 && Last.Version.EndReason is null ? Redirect("/territoires") : answer;
    }

    private IActionResult Answer(Drawn drawn, string announced, string field)
    {
        if (drawn.Code is { } code)
        {
            TempData.Announce(announced);
            return Redirect(AddressOf(code));
        }

        ModelState.AddModelError(field, t.Say(drawn.Refusal!.Value));
        return Page();
    }

    private async Task<bool> ReadAsync(string text, CancellationToken cancellation)
    {
        Lines = TerritoryCode.Parse(text).Value is { } code ? await history.OfAsync(code, cancellation) : [];
        if (Lines.Count is 0)
        {
            return false;
        }

        MayChange = IsDrawn && await desk.MayAsync([.. Last.Communes], cancellation);
        if (MayChange)
        {
            var scope = new Scope.Territory(Last.Version.Code.Value);
            var holders = new HashSet<PersonId>();
            foreach (var role in Enum.GetValues<Role>())
            {
                holders.UnionWith(await roles.PeopleAsync(role, [scope], cancellation));
            }

            Holders = holders.Count;
        }

        return true;
    }
}
