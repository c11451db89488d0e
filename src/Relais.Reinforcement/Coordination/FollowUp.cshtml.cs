using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Relais.Accounts.Contracts;
using Relais.Design.Display;
using Relais.Design.Files;
using Relais.Documents;
using Relais.Kernel.Data;
using Relais.Kernel.Wording;
using Relais.Reinforcement.Contracts;
using Relais.Reinforcement.Coordination.Calls;
using Relais.Reinforcement.Needs;
using Relais.Reinforcement.Offers;

namespace Relais.Reinforcement.Coordination;

/// <summary>One need that is not filled: what was tried, whom to call, what came of it.</summary>
internal sealed class FollowUpModel(RelaisDb db, OpenNeeds open, CallList list, IPeople people, InHand inHand, NeedText text, ICurrentUser user, TimeProvider clock, Words T)
    : PageModel, IShowsPeople, IHasTables
{
    public static FileReading Names { get; } = new(
        "need.to_call_read", "Votre nom, parmi les personnes à appeler pour un besoin", Role.Coordinator, Role.NationalCrisisCentre);

    public DateTimeOffset Now { get; } = clock.GetUtcNow();

    public Need Need { get; private set; } = null!;

    public NeedSummary Summary { get; private set; } = null!;

    /// <summary>Nothing when no place is free any more.</summary>
    public OpenNeed? Line { get; private set; }

    /// <summary>Nothing when nobody is looked for any more.</summary>
    public CallSheet? ToCall { get; private set; }

    public IReadOnlyList<WaveLine> Waves { get; private set; } = [];

    /// <summary>The last call first.</summary>
    public IReadOnlyList<CallLogLine> Calls { get; private set; } = [];

    public bool IsMine => Line?.Carer?.Id == user.Person;

    /// <summary>The board of the need is for the establishment and its coordination.</summary>
    public bool SeesBoard { get; private set; }

    FileReading IShowsPeople.Reading => Names;

    IEnumerable<PersonId> IShowsPeople.PeopleShown => [.. (ToCall?.Lines ?? []).Select(one => one.Name.Id).Union(Calls.Select(line => line.Call.PersonId))];

    Sheet? IHasTables.Table(string? name) => name switch
    {
        "a-appeler" => Sheet.Of(
            T["À appeler"],
            ToCall?.Lines ?? [],
            (T["Personne"], one => Cell.Of(one.Name.FullName)),
            (T["Trajet, en minutes"], one => Cell.Of(one.Minutes)),
            (T["Pourquoi cette personne"], one => Cell.Of(string.Join(", ", one.Reasons.Select(reason => ReasonSentences.Briefly(reason, T)).OfType<string>()))),
            (T["Déjà demandé ?"], one => Cell.Of(CoordinationWords.Asked(one.Asked, Need.TimeZone, T))),
            (T["Dernier appel"], one => Cell.Of(one.Last is { } last ? CoordinationWords.Outcome(last, Need.TimeZone, T) : ""))),
        "vagues" => Sheet.Of(
            T["Ce qui a été tenté"],
            Waves,
            (T["Vague"], wave => Cell.Of(wave.Number)),
            (T["Prévenues le"], wave => Cell.At(wave.SentAt, Need.TimeZone)),
            (T["Fuseau horaire"], _ => Cell.Of(Need.TimeZone)),
            (T["Prévenues"], wave => Cell.Of(wave.Asked)),
            (T["Ont vu"], wave => Cell.Of(wave.Seen)),
            (T["Oui"], wave => Cell.Of(wave.Yes)),
            (T["Non"], wave => Cell.Of(wave.No)),
            (T["Sans réponse"], wave => Cell.Of(wave.Waiting))),
        "appels" => Sheet.Of(
            T["Journal des appels"],
            Calls,
            (T["Quand"], line => Cell.At(line.Call.CalledAt, Need.TimeZone)),
            (T["Fuseau horaire"], _ => Cell.Of(Need.TimeZone)),
            (T["Personne"], line => Cell.Of(line.Person)),
            (T["Résultat"], line => Cell.Of(CoordinationWords.Outcome(line.Call, Need.TimeZone, T))),
            (T["Note"], line => Cell.Of(line.Call.Note)),
            (T["Appelée par"], line => Cell.Of(line.By))),
        _ => null,
    };

    public async Task<IActionResult> OnGetAsync(Guid id, CancellationToken cancellation) =>
        await LookAsync(id, cancellation) ? Page() : NotFound();

    public Task<IActionResult> OnPostTakeAsync(Guid id, CancellationToken cancellation) =>
        HandAsync(id, inHand.TakeAsync, T["Vous suivez ce besoin"], cancellation);

    public Task<IActionResult> OnPostLeaveAsync(Guid id, CancellationToken cancellation) =>
        HandAsync(id, inHand.LeaveAsync, T["Vous ne suivez plus ce besoin"], cancellation);

    private async Task<IActionResult> HandAsync(Guid id, Func<NeedId, PersonId, CancellationToken, Task> hand, string said, CancellationToken cancellation)
    {
        await hand(new NeedId(id), user.Person, cancellation);
        TempData.Announce(said);
        return RedirectToPage(new { id });
    }

    private async Task<bool> LookAsync(Guid id, CancellationToken cancellation)
    {
        if (await db.Set<Need>().AsNoTracking().SingleOrDefaultAsync(need => need.Id == new NeedId(id) && need.State != NeedState.Draft, cancellation) is not { } need)
        {
            return false;
        }

        (Need, Summary, Line) = (need, await text.SummaryAsync(need, cancellation), await open.FindAsync(need, cancellation));
        SeesBoard = await user.MayAsync(need.Place, cancellation, Role.Coordinator);
        var isSought = Line is not null && need.State is NeedState.Open && need.AsksUntil > Now;
        ToCall = isSought ? await list.OfAsync(need, cancellation) : null;
        Waves = await WavesAsync(need, cancellation);
        Calls = await CallsAsync(need, cancellation);
        return true;
    }

    private async Task<IReadOnlyList<WaveLine>> WavesAsync(Need need, CancellationToken cancellation)
    {
        var offers = await db.Set<Offer>().AsNoTracking().Where(offer => offer.NeedId == need.Id && !offer.CameForward)
            .Select(offer => new { offer.Wave, offer.SentAt, offer.SeenAt, offer.State }).ToListAsync(cancellation);
        return
        [
            .. offers.GroupBy(offer => offer.Wave).OrderBy(wave => wave.Key).Select(wave => new WaveLine(
                wave.Key,
                wave.Min(offer => offer.SentAt),
                wave.Count(),
                wave.Count(offer => offer.SeenAt is not null),
                wave.Count(offer => offer.State is OfferState.Accepted or OfferState.ToReconfirm or OfferState.Candidate or OfferState.Standby),
                wave.Count(offer => offer.State is OfferState.Declined or OfferState.Withdrawn),
                wave.Count(offer => offer.State is OfferState.Waiting))),
        ];
    }

    private async Task<IReadOnlyList<CallLogLine>> CallsAsync(Need need, CancellationToken cancellation)
    {
        var calls = await db.Set<NeedCall>().AsNoTracking().Where(call => call.NeedId == need.Id).OrderByDescending(call => call.CalledAt).ToListAsync(cancellation);
        var names = await people.FindAsync([.. calls.SelectMany(call => new[] { call.PersonId, call.CalledBy }).Distinct()], cancellation);
        return calls.ConvertAll(call => new CallLogLine(call, Name(call.PersonId), Name(call.CalledBy)));

        string Name(PersonId person) => names.GetValueOrDefault(person)?.FullName ?? T["Personne effacée"];
    }
}

/// <summary>A wave, and what became of its questions until now.</summary>
internal sealed record WaveLine(int Number, DateTimeOffset SentAt, int Asked, int Seen, int Yes, int No, int Waiting);

internal sealed record CallLogLine(NeedCall Call, string Person, string By);
