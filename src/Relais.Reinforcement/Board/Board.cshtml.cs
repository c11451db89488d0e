using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Relais.Accounts.Contracts;
using Relais.Design.Files;
using Relais.Documents;
using Relais.Kernel.Wording;
using Relais.Reinforcement.Answers;
using Relais.Reinforcement.Contracts;
using Relais.Reinforcement.Needs;
using Relais.Reinforcement.Offers;

namespace Relais.Reinforcement.Board;

/// <summary>Who was asked, who saw, who comes: without reload where scripts run, by reload elsewhere.</summary>
internal sealed class BoardModel(BoardViews views, NeedLife life, Answering answering, ICurrentUser user, TimeProvider clock, Words t)
    : PageModel, IShowsPeople, IHasTables
{
    public static FileReading Coming { get; } = new(
        "need.coming_read", "Votre nom et votre numéro de mobile, parmi les personnes qui viennent", Role.FacilityManager, Role.Coordinator);

    public DateTimeOffset Now { get; } = clock.GetUtcNow();

    /// <summary>Whoever looks after the needs of this place, and not of some other.</summary>
    public bool Coordinates { get; private set; }

    /// <summary>Whoever answers for this establishment: may part it from somebody.</summary>
    public bool Manages { get; private set; }

    public BoardView View { get; private set; } = null!;

    /// <summary>Read before what is shown, so that the stream tells of whatever came after.</summary>
    public string Fingerprint { get; private set; } = "";

    public string? Refusal { get; private set; }

    FileReading IShowsPeople.Reading => Coming;

    IEnumerable<PersonId> IShowsPeople.PeopleShown => View.Lines.Where(line => line.Name is not null).Select(line => line.Offer.PersonId);

    /// <summary>The board from left to right: a title, and what stands under it.</summary>
    public IReadOnlyList<(string Title, Func<Offer, bool> Takes)> Columns { get; } =
    [
        (t["Viennent"], offer => offer.State is OfferState.Accepted or OfferState.ToReconfirm),
        (t["Ont dit oui"], offer => offer.State is OfferState.Candidate or OfferState.Standby),
        (t["Vu, sans réponse"], offer => offer is { State: OfferState.Waiting, SeenAt: not null }),
        (t["Pas encore vu"], offer => offer is { State: OfferState.Waiting, SeenAt: null }),
        (t["Ne viennent pas"], offer => offer.State is OfferState.Declined or OfferState.Withdrawn or OfferState.Ended),
    ];

    Sheet? IHasTables.Table(string? name) => Sheet.Of(
        View.Summary.What,
        Columns.SelectMany(column => View.Lines.Where(line => column.Takes(line.Offer)), (column, line) => (column.Title, Line: line)),
        (t["État"], one => Cell.Of(one.Title)),
        (t["Personne"], one => Cell.Of(NameOf(one.Line))),
        (t["Téléphone"], one => Cell.Of(one.Line.Phone)),
        (t["Trajet, en minutes"], one => Cell.Of(one.Line.Offer.Minutes)),
        (t["Prévenue le"], one => Cell.At(one.Line.Offer.CameForward ? null : one.Line.Offer.SentAt, View.Need.TimeZone)),
        (t["Réponse le"], one => Cell.At(one.Line.Offer.AnsweredAt, View.Need.TimeZone)),
        (t["Fuseau horaire"], _ => Cell.Of(View.Need.TimeZone)),
        (t["Autre diplôme"], one => Cell.Of(one.Line.Offer.StandsInAs is { } held ? t[held.Label].Value : null)),
        (t["S’est proposé"], one => Cell.Of(one.Line.Offer.CameForward ? t["Oui"] : t["Non"])),
        (t["Note"], one => Cell.Of(one.Line.Offer.Note)));

    /// <summary>A number for who has not said yes.</summary>
    public string NameOf(BoardLine line) => line.Name?.FullName ?? t["Personne {0}", line.Number];

    public Task<IActionResult> OnGetAsync(Guid id, CancellationToken cancellation) => ShowAsync(id, cancellation);

    public async Task<IActionResult> OnPostChooseAsync(Guid id, Guid offer, CancellationToken cancellation)
    {
        // An offer of another need would let a manager act beyond the establishment.
        var view = await views.FindAsync(new NeedId(id), cancellation);
        if (view?.Lines.All(line => line.Offer.Id.Value != offer) is not false)
        {
            return NotFound();
        }

        return await answering.ChooseAsync(new OfferId(offer), cancellation) switch
        {
            AnswerResult.Refused refused => await RefuseAsync(id, refused.Sentence, cancellation),
            AnswerResult.Unknown => NotFound(),
            _ => RedirectToPage(new { id }),
        };
    }

    public Task<IActionResult> OnPostCloseAsync(Guid id, CancellationToken cancellation) => ActAsync(id, life.CloseAsync, cancellation);

    public Task<IActionResult> OnPostCancelAsync(Guid id, CancellationToken cancellation) => ActAsync(id, life.CancelAsync, cancellation);

    public Task<IActionResult> OnPostRestoreAsync(Guid id, CancellationToken cancellation) => ActAsync(id, life.RestoreAsync, cancellation);

    private async Task<IActionResult> ActAsync(Guid id, Func<NeedId, CancellationToken, Task<NeedResult>> act, CancellationToken cancellation) =>
        await act(new NeedId(id), cancellation) switch
        {
            NeedResult.Refused refused => await RefuseAsync(id, refused.Sentence, cancellation),
            NeedResult.Unknown => NotFound(),
            _ => RedirectToPage(new { id }),
        };

    private Task<IActionResult> RefuseAsync(Guid id, string sentence, CancellationToken cancellation)
    {
        Refusal = sentence;
        Response.StatusCode = StatusCodes.Status409Conflict;
        return ShowAsync(id, cancellation);
    }

    private async Task<IActionResult> ShowAsync(Guid id, CancellationToken cancellation)
    {
        Fingerprint = await views.FingerprintAsync(new NeedId(id), cancellation);
        if (await views.FindAsync(new NeedId(id), cancellation) is not { } view)
        {
            return NotFound();
        }

        View = view;
        Manages = await user.MayAsync(Resource.OfFacility(view.Need.Finess.Value), cancellation, Role.FacilityManager);
        Coordinates = await user.MayAsync(view.Need.Place, cancellation, Role.Coordinator);
        return Page();
    }
}
