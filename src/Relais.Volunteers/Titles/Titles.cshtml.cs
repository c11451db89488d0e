using Microsoft.AspNetCore.Mvc;
using Relais.Accounts.Contracts;
using Relais.Design.Display;
using Relais.Design.Fields;
using Relais.Kernel.Data;
using Relais.Kernel.Files;
using Relais.Kernel.Wording;
using Relais.Volunteers.Contracts;
using Relais.Volunteers.Dossier;
using Relais.Volunteers.MyDossier;

namespace Relais.Volunteers.Titles;

internal sealed class TitlesPage(
    ICurrentUser user, Dossiers dossiers, RelaisDb db, FileStore files, IVerifications verifications, Words words, TimeProvider clock)
    : DossierPage(user, dossiers, words, clock)
{
    private readonly ICurrentUser _user = user;
    private readonly Dossiers _dossiers = dossiers;

    [BindProperty]
    public TitleForm Form { get; set; } = new();

    public IReadOnlyDictionary<Guid, VerificationStanding> Standings { get; private set; } = new Dictionary<Guid, VerificationStanding>();

    public IEnumerable<Choice> Professions => Volunteer.Titles.Select(title => new Choice(title.Profession.Code, T[title.Profession.Label]));

    public IEnumerable<Choice> Levels => Enum.GetValues<CredentialLevel>().Reverse().Select(level => new Choice(level.ToString(), T[DossierWords.Practising(level)]));

    public async Task OnGetAsync(CancellationToken cancellation)
    {
        await ReadStandingsAsync(cancellation);
        Form.Profession = Volunteer.Titles is [var only] ? only.Profession.Code : null;
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellation)
    {
        var title = Volunteer.Titles.FirstOrDefault(title => title.Profession.Code == Form.Profession);
        if (title is null)
        {
            ModelState.TryAddModelError("Form.Profession", T["Choisissez un métier"]);
        }

        if (Form.Proof is null)
        {
            ModelState.AddModelError("Form.Proof", T["Ajoutez un document : une photo suffit"]);
        }

        if (ModelState.IsValid && await SubmitAsync(title!, cancellation) is { } refusal)
        {
            ModelState.AddModelError("Form.Proof", T[Sentence(refusal)]);
        }

        if (!ModelState.IsValid)
        {
            await ReadStandingsAsync(cancellation);
            return Page();
        }

        TempData.Announce(T["Votre document est parti à la vérification"]);
        return Redirect("/mon-dossier/titres");
    }

    private Task<FileRefusal?> SubmitAsync(VolunteerTitle title, CancellationToken cancellation) => db.InTransactionAsync(
        async () =>
        {
            await using var content = Form.Proof!.OpenReadStream();
            var receipt = await files.AddAsync(TitleVerification.KindName, Form.Proof.FileName, content, cancellation);
            if (receipt.Refusal is not null)
            {
                return receipt.Refusal;
            }

            await verifications.SubmitAsync(
                new NewVerification
                {
                    Kind = TitleVerification.KindName,
                    Subject = title.Id,
                    Person = _user.Person,
                    AskedLevel = (int)Form.Level!.Value,
                    Evidence = Form.Note ?? "",
                    Files = [receipt.Id!.Value],
                    Commune = Volunteer.HomeCommune.Value,
                },
                cancellation);
            await _dossiers.ChangeMineAsync(
                _user.Person, "title_asked", volunteer => volunteer.Titles.Single(known => known.Id == title.Id).AskedLevel = Form.Level.Value, cancellation);
            return (FileRefusal?)null;
        },
        cancellation);

    private async Task ReadStandingsAsync(CancellationToken cancellation) =>
        Standings = await verifications.LatestAsync(TitleVerification.KindName, [.. Volunteer.Titles.Select(title => title.Id)], cancellation);

    private static string Sentence(FileRefusal refusal) => refusal switch
    {
        FileRefusal.Empty => "Ce fichier est vide : choisissez-en un autre",
        FileRefusal.TooLarge => "Ce fichier dépasse 10 Mo : prenez une photo plus légère",
        _ => "Ce fichier n’est ni un PDF ni une photo (JPEG, PNG)",
    };
}
