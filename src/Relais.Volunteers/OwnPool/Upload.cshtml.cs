using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Relais.Kernel.Identifiers;
using Relais.Kernel.Text;
using Relais.Kernel.Wording;
using Relais.Territory.Contracts;

namespace Relais.Volunteers.OwnPool;

internal sealed class UploadPage(OwnPoolImports imports, IFacilities facilities, Words T) : PageModel
{
    public FacilitySummary Facility { get; private set; } = null!;

    public IReadOnlyList<OwnPoolImport> Latest { get; private set; } = [];

    [BindProperty]
    public UploadForm Form { get; set; } = new();

    public async Task<IActionResult> OnGetAsync(Finess finess, CancellationToken cancellation) => await LookAsync(finess, cancellation) ? Page() : NotFound();

    public async Task<IActionResult> OnPostAsync(Finess finess, CancellationToken cancellation)
    {
        if (!await LookAsync(finess, cancellation))
        {
            return NotFound();
        }

        if (Form.File is null or { Length: 0 or > PoolFile.MostBytes })
        {
            ModelState.AddModelError("Form.File", Form.File is { Length: > 0 } ? T["Ce fichier dépasse 4 Mo : envoyez-le en plusieurs fois"] : T["Choisissez un fichier CSV"]);
            return Page();
        }

        using var bytes = new MemoryStream();
        await Form.File.CopyToAsync(bytes, cancellation);
        var content = PoolFile.Decode(bytes.ToArray());
        if (!ReadableText.IsReadable(content) || PoolFile.Header(content).Count < 2)
        {
            ModelState.AddModelError("Form.File", T["Ce fichier n’est pas un tableau CSV : enregistrez-le au format CSV, avec une ligne d’en-tête"]);
            return Page();
        }

        var name = Path.GetFileName(Form.File.FileName);
        var id = await imports.UploadAsync(finess, name.Length > 120 ? name[..120] : name, content, cancellation);
        return Redirect($"/etablissements/{finess}/vivier/import/{id}");
    }

    private async Task<bool> LookAsync(Finess finess, CancellationToken cancellation)
    {
        if (await facilities.FindAsync(finess, cancellation) is not { } facility)
        {
            return false;
        }

        (Facility, Latest) = (facility, await imports.LatestAsync(finess, cancellation));
        return true;
    }

    internal sealed class UploadForm
    {
        [System.ComponentModel.DataAnnotations.Display(Name = "Fichier CSV")]
        public IFormFile? File { get; set; }
    }
}
