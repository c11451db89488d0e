using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Relais.Design.Display;
using Relais.Design.Files;
using Relais.Documents;
using Relais.Kernel.Wording;
using Relais.Observatory.Contracts;
using Relais.Observatory.Datasets;

namespace Relais.Observatory.Administration;

/// <summary>What was taken in, what counts now, and how to take it back.</summary>
[RequestSizeLimit(MostBytes)]
[RequestFormLimits(MultipartBodyLengthLimit = MostBytes)]
internal sealed class DatasetsModel(DatasetShelf shelf, IEnumerable<IDatasetShape> shapes, IDatasetImport import, Words t) : PageModel, IHasTables
{
    public const string Address = "/administration/donnees";

    /// <summary>More than a matrix of the country takes.</summary>
    private const int MostBytes = 200 << 20;

    [BindProperty]
    public DatasetForm Form { get; set; } = new();

    public IReadOnlyList<Dataset> All { get; private set; } = [];

    /// <summary>Those that count now.</summary>
    public IReadOnlySet<Guid> InForce { get; private set; } = new HashSet<Guid>();

    public DatasetReport? Report { get; private set; }

    public IEnumerable<DatasetKind> Kinds => shapes.Select(shape => shape.Kind).Order();

    Sheet? IHasTables.Table(string? name) => Sheet.Of(
        t["Données de l’observatoire"],
        All,
        (t["Contenu"], dataset => Cell.Of(t.NameOf(dataset.Kind))),
        (t["Source"], dataset => Cell.Of(dataset.Source)),
        (t["Millésime"], dataset => Cell.Of(dataset.Vintage)),
        (t["Licence"], dataset => Cell.Of(dataset.Licence)),
        (t["Fichier"], dataset => Cell.Of(dataset.FileName)),
        (t["Lignes lues"], dataset => Cell.Of(dataset.Lines)),
        (t["Lignes laissées de côté"], dataset => Cell.Of(dataset.Rejected)),
        (t["Importé le (UTC)"], dataset => Cell.At(dataset.ImportedAt, "UTC")),
        (t["État"], dataset => Cell.Of(StateOf(dataset))),
        ("SHA-256", dataset => Cell.Of(dataset.Sha256)));

    public Task OnGetAsync(CancellationToken cancellation) => LookAsync(cancellation);

    public Task<IActionResult> OnPostAsync(CancellationToken cancellation) => TakeAsync(isRehearsal: false, cancellation);

    /// <summary>Says what the file would change, and changes nothing.</summary>
    public Task<IActionResult> OnPostTryAsync(CancellationToken cancellation) => TakeAsync(isRehearsal: true, cancellation);

    public async Task<IActionResult> OnPostUndoAsync(Guid id, CancellationToken cancellation)
    {
        if (await import.UndoAsync(id, cancellation))
        {
            TempData.Announce(t["Ces données ne comptent plus. Celles d’avant comptent de nouveau."]);
        }

        return Redirect(Address);
    }

    public async Task<IActionResult> OnPostRestoreAsync(Guid id, CancellationToken cancellation)
    {
        TempData.Announce(await import.RestoreAsync(id, cancellation) ? t["Ces données comptent de nouveau."] : t["Le même fichier a été importé depuis : rien n’a changé."]);
        return Redirect(Address);
    }

    /// <summary>Of files that add up line by line, an earlier one still counts for what later ones do not speak of.</summary>
    public string StateOf(Dataset dataset) => dataset.UndoneAt is not null ? t["annulé"]
        : InForce.Contains(dataset.Id) ? t["en vigueur"]
        : dataset.Kind is DatasetKind.Supply or DatasetKind.PublishedApl or DatasetKind.Zoning or DatasetKind.Statistics or DatasetKind.ZoningCaps ? t["compte pour ce que les plus récents n’ont pas"]
        : t["millésime antérieur"];

    private async Task<IActionResult> TakeAsync(bool isRehearsal, CancellationToken cancellation)
    {
        if (Form.File is null or { Length: 0 })
        {
            ModelState.AddModelError("Form.File", t["Choisissez un fichier"]);
        }

        if (ModelState.IsValid && Form is { File: { } sent, Kind: { } kind })
        {
            Report = await import.RunAsync(kind, FileOf(sent, isRehearsal), cancellation);
            if (Report.Refusal is not null)
            {
                ModelState.AddModelError("Form.File", SentenceOf(Report));
            }
            else if (!isRehearsal)
            {
                TempData.Announce(string.Join(' ', t["{0:N0} lignes prises en compte.", Report.Kept], SurveyOf(Report)).Trim());
                return Redirect(Address);
            }
        }

        await LookAsync(cancellation);
        return Page();
    }

    private DatasetFile FileOf(Microsoft.AspNetCore.Http.IFormFile sent, bool isRehearsal) => new()
    {
        Name = Path.GetFileName(sent.FileName) is { Length: > 0 } name ? name[..Math.Min(name.Length, 120)] : "fichier",
        Open = sent.OpenReadStream,
        Source = Form.Source!.Trim(),
        Vintage = Form.Vintage!.Trim(),
        Licence = string.IsNullOrWhiteSpace(Form.Licence) ? t["non précisée"] : Form.Licence.Trim(),
        SkipsBadLines = Form.SkipsBadLines,
        IsRehearsal = isRehearsal,
    };

    /// <summary>Of travel times, what is worth knowing before they are trusted; empty for the rest.</summary>
    public string SurveyOf(DatasetReport report) => report.Times is { } times
        ? t["{0:N0} paires de communes, {1:N0} communes sans aucune ; aller et retour : {2:0.#} min d’écart (médiane).", times.Pairs, times.CommunesAlone, times.MedianAsymmetry]
        : "";

    private string SentenceOf(DatasetReport report) => report.Refusal switch
    {
        DatasetRefusal.Empty => t["Ce fichier n’a aucune ligne : rien n’a changé."],
        DatasetRefusal.AlreadyIn => t["Ce fichier a déjà été importé : rien n’a changé."],
        DatasetRefusal.WrongShape => t["Ce fichier n’a pas la forme attendue : rien n’a changé."],
        _ => t.Count(report.Rejected, "{0:N0} ligne est illisible : rien n’a changé.", "{0:N0} lignes sont illisibles : rien n’a changé."),
    };

    private async Task LookAsync(CancellationToken cancellation)
    {
        All = await shelf.ListAsync(cancellation);
        var inForce = new HashSet<Guid>();
        foreach (var kind in Enum.GetValues<DatasetKind>())
        {
            if (await shelf.InForceAsync(kind, cancellation) is { } dataset)
            {
                inForce.Add(dataset.Id);
            }
        }

        InForce = inForce;
    }
}
