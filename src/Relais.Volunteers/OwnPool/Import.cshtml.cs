using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.EntityFrameworkCore;
using Relais.Design.Display;
using Relais.Design.Files;
using Relais.Documents;
using Relais.Kernel.Data;
using Relais.Kernel.Identifiers;
using Relais.Kernel.Wording;

namespace Relais.Volunteers.OwnPool;

/// <summary>What a file would do to the pool, line by line; then the import, and its undoing.</summary>
internal sealed class PoolImportPage(RelaisDb db, OwnPoolImports imports, Words T) : PageModel, IHasTables
{
    [BindProperty]
    public ColumnMapping Form { get; set; } = new();

    public OwnPoolImport Import { get; private set; } = null!;

    public IReadOnlyList<string> Header { get; private set; } = [];

    /// <summary>Nothing while the columns are not matched, or once it is imported.</summary>
    public PoolPlan? Plan { get; private set; }

    public IEnumerable<SelectListItem> Columns => Header.Select((name, place) => new SelectListItem(name.Length > 0 ? name : T["Colonne {0}", place + 1], $"{place}"));

    public string Sentence(PoolFault fault) => T[fault.Sentence, fault.Argument];

    Sheet? IHasTables.Table(string? name) => Plan is null ? null : Sheet.Of(
        T["Lignes à corriger"],
        Plan.Faults,
        (T["Ligne"], fault => Cell.Of(fault.Line)),
        (T["Colonne"], fault => Cell.Of(fault.Column)),
        (T["Valeur"], fault => Cell.Of(fault.Value)),
        (T["Pourquoi"], fault => Cell.Of(Sentence(fault))));

    public async Task<IActionResult> OnGetAsync(Finess finess, Guid id, CancellationToken cancellation)
    {
        if (!await LookAsync(finess, id, cancellation))
        {
            return NotFound();
        }

        Form = ColumnMapping.Read(Import.Mapping);
        await PlanAsync(Form, cancellation);
        return Page();
    }

    public async Task<IActionResult> OnPostMapAsync(Finess finess, Guid id, CancellationToken cancellation)
    {
        if (!await LookAsync(finess, id, cancellation))
        {
            return NotFound();
        }

        foreach (var (field, column) in new[] { ("LastName", Form.LastName), ("FirstName", Form.FirstName), ("Email", Form.Email), ("Mobile", Form.Mobile), ("Profession", Form.Profession) })
        {
            if (column is { } place && (place < 0 || place >= Header.Count))
            {
                ModelState.AddModelError($"Form.{field}", T["Choisissez une colonne du fichier"]);
            }
        }

        if (Form.Email is null && Form.Mobile is null)
        {
            ModelState.TryAddModelError("Form.Email", T["Choisissez la colonne de l’adresse électronique, ou celle du mobile"]);
        }

        if (!ModelState.IsValid || Import.ImportedAt is not null)
        {
            return Page();
        }

        Import.Mapping = Form.Write();
        await db.SaveChangesAsync(cancellation);
        return Redirect(AddressOf(finess, id));
    }

    public async Task<IActionResult> OnPostImportAsync(Finess finess, Guid id, CancellationToken cancellation)
    {
        if (!await LookAsync(finess, id, cancellation))
        {
            return NotFound();
        }

        try
        {
            if (ColumnMapping.Read(Import.Mapping).IsComplete && await imports.ImportAsync(finess, id, cancellation) is { } plan)
            {
                TempData.Announce(T.Count(plan.New.Count, "{0} personne est entrée dans votre vivier.", "{0} personnes sont entrées dans votre vivier."));
            }
        }
        catch (DbUpdateException exception) when (OwnPools.IsTaken(exception))
        {
            TempData.Announce(T["Votre vivier a changé entre-temps : regardez de nouveau avant d’importer."]);
        }

        return Redirect(AddressOf(finess, id));
    }

    public async Task<IActionResult> OnPostUndoAsync(Finess finess, Guid id, CancellationToken cancellation)
    {
        if (!await LookAsync(finess, id, cancellation))
        {
            return NotFound();
        }

        var moved = await imports.UndoAsync(finess, id, cancellation);
        TempData.Announce(moved.Count is 0
            ? T["L’import est annulé : votre vivier est comme avant."]
            : T.Count(moved.Count, "Rien n’est annulé : {0} personne a été invitée, a répondu ou a été modifiée depuis.", "Rien n’est annulé : {0} personnes ont été invitées, ont répondu ou ont été modifiées depuis."));
        return Redirect(AddressOf(finess, id));
    }

    private static string AddressOf(Finess finess, Guid id) => $"/etablissements/{finess}/vivier/import/{id}";

    private async Task<bool> LookAsync(Finess finess, Guid id, CancellationToken cancellation)
    {
        if (await imports.FindAsync(finess, id, cancellation) is not { } import)
        {
            return false;
        }

        (Import, Header) = (import, PoolFile.Header(import.Content));
        return true;
    }

    private async Task PlanAsync(ColumnMapping mapping, CancellationToken cancellation)
    {
        if (mapping.IsComplete && Import.ImportedAt is null)
        {
            Plan = await imports.PlanAsync(Import, cancellation);
        }
    }
}
