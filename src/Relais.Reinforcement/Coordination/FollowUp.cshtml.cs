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
    : PageModel, IShowsPeople
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

    public async Task<IActionResult> OnGetAsync(Guid id, string? format, CancellationToken cancellation) =>
        await LookAsync(id, cancellation) ? this.Download(format, CallLog, "appels") ?? Page() : NotFound();

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

    private Sheet CallLog() => new(
        T["Journal des appels"],
        [new(T["Quand"], 1.5), new(T["Personne"], 1.6), new(T["Résultat"], 1.5), new(T["Note"], 3), new(T["Appelée par"], 1.6)],
        [
            .. Calls.Select(line => (IReadOnlyList<Cell>)
            [
                new Cell.Text(CoordinationWords.At(line.Call.CalledAt, Need.TimeZone)), new Cell.Text(line.Person), new Cell.Text(CoordinationWords.Outcome(line.Call, Need.TimeZone, T)),
                Cell.Of(line.Call.Note), new Cell.Text(line.By),
            ]),
        ]);
}

/// <summary>A wave, and what became of its questions until now.</summary>
internal sealed record WaveLine(int Number, DateTimeOffset SentAt, int Asked, int Seen, int Yes, int No, int Waiting);

internal sealed record CallLogLine(NeedCall Call, string Person, string By);
