using System.ComponentModel.DataAnnotations;
using System.Globalization;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Relais.Accounts.Contracts;
using Relais.Kernel.Data;
using Relais.Kernel.Files;
using Relais.Kernel.Identifiers;
using Relais.Kernel.Wording;
using Relais.Territory.Contracts;

namespace Relais.Territory.Claims;

internal sealed class ClaimModel(RelaisDb db, ICurrentUser user, IFacilities facilities, EstablishmentsInRegister register, FacilityClaims claims, FileStore files, Words T) : PageModel
{
    private const int MostFiles = 3;

    [BindProperty]
    public ClaimForm Form { get; set; } = new();

    public bool AsksWho => !user.IsSignedIn;

    public IReadOnlyList<ClaimLine> Claims { get; private set; } = [];

    /// <summary>The establishment just claimed.</summary>
    public string? Claimed { get; private set; }

    public async Task OnGetAsync(Finess? finess, CancellationToken cancellation)
    {
        Form = new ClaimForm { Finess = finess };
        await LookAsync(cancellation);
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellation)
    {
        var facility = Form.Finess is null ? null : await facilities.FindAsync(Form.Finess, cancellation) ?? await register.OfferAsync(Form.Finess, cancellation);
        if (Form.Finess is { } number && facility is null)
        {
            ModelState.AddModelError("Form.Finess", T["Relais ne connaît pas d’établissement au numéro {0} : vérifiez-le, ou appelez-nous.", number.Printed]);
        }

        var claimant = ReadClaimant();
        if (!ModelState.IsValid || !await TakeFilesAsync(cancellation))
        {
            await LookAsync(cancellation);
            return Page();
        }

        var taken = _taken;
        await db.InTransactionAsync(
            async () =>
            {
                await register.RecordIfNewAsync(facility!.Number, cancellation);
                var person = claimant is null
                    ? user.Person
                    : await claims.FindOrCreateAsync(claimant, CultureInfo.CurrentUICulture.TwoLetterISOLanguageName, cancellation);
                await claims.ClaimAsync(person, facility!, Form.Position!, Form.Evidence ?? "", taken, cancellation);
            },
            cancellation);
        Claimed = facility!.Name;
        await LookAsync(cancellation);
        return Page();
    }

    private readonly List<Guid> _taken = [];

    private Claimant? ReadClaimant()
    {
        if (!AsksWho)
        {
            return null;
        }

        Require(Form.FirstName, "Form.FirstName", T["Indiquez votre prénom"]);
        Require(Form.LastName, "Form.LastName", T["Indiquez votre nom"]);
        Require(Form.Email, "Form.Email", T["Indiquez votre adresse électronique"]);
        return ContactPoint.TryEmail(Form.Email, out var email) ? new Claimant(Form.FirstName ?? "", Form.LastName ?? "", email) : null;
    }

    private void Require(string? value, string field, string sentence)
    {
        if (string.IsNullOrWhiteSpace(value))
        {
            ModelState.AddModelError(field, sentence);
        }
    }

    private async Task<bool> TakeFilesAsync(CancellationToken cancellation)
    {
        foreach (var file in Form.Proofs.Take(MostFiles))
        {
            await using var content = file.OpenReadStream();
            var receipt = await files.AddAsync("facility-claim", file.FileName, content, cancellation);
            if (receipt.Id is { } id)
            {
                _taken.Add(id);
                continue;
            }

            ModelState.AddModelError("Form.Proofs", receipt.Refusal switch
            {
                FileRefusal.TooLarge => T["Une pièce pèse plus de 10 mégaoctets : envoyez-en une plus légère."],
                FileRefusal.Empty => T["Une pièce est vide : choisissez-la de nouveau."],
                _ => T["Envoyez des pièces en PDF, JPEG ou PNG."],
            });
            return false;
        }

        return true;
    }

    private async Task LookAsync(CancellationToken cancellation) =>
        Claims = user.IsSignedIn ? await claims.OfAsync(user.Person, cancellation) : [];

    internal sealed class ClaimForm
    {
        [Display(Name = "Numéro FINESS de l’établissement")]
        [Required(ErrorMessage = "Indiquez le numéro FINESS.")]
        public Finess? Finess { get; init; }

        [Display(Name = "Prénom")]
        [StringLength(80)]
        public string? FirstName { get; init; }

        [Display(Name = "Nom")]
        [StringLength(80)]
        public string? LastName { get; init; }

        [Display(Name = "Adresse électronique professionnelle")]
        [EmailField]
        public string? Email { get; init; }

        [Display(Name = "Votre fonction dans l’établissement")]
        [Required(ErrorMessage = "Indiquez votre fonction, par exemple « directrice des soins »")]
        [StringLength(120)]
        public string? Position { get; init; }

        [Display(Name = "Comment le vérifier")]
        [StringLength(1000)]
        public string? Evidence { get; init; }

        [Display(Name = "Pièces")]
        public IReadOnlyList<IFormFile> Proofs { get; init; } = [];
    }
}
