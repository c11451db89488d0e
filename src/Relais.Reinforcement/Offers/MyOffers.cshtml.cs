using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Relais.Accounts.Contracts;
using Relais.Design.Files;
using Relais.Documents;
using Relais.Kernel.Data;
using Relais.Kernel.Wording;
using Relais.Reinforcement.Needs;

namespace Relais.Reinforcement.Offers;

/// <summary>What a person was asked, what awaits an answer first.</summary>
internal sealed class MyOffersModel(RelaisDb db, ICurrentUser user, OfferLinks links, NeedText text, TimeProvider clock, Words t) : PageModel, IHasTables
{
    private const int Most = 60;

    public IReadOnlyList<MyOffer> ToAnswer { get; private set; } = [];

    public IReadOnlyList<MyOffer> Coming { get; private set; } = [];

    public IReadOnlyList<MyOffer> Past { get; private set; } = [];

    Sheet? IHasTables.Table(string? name) => Sheet.Of(
        t["Mes demandes"],
        ToAnswer.Concat(Coming).Concat(Past),
        (t["Besoin"], offer => Cell.Of(offer.Summary.What)),
        (t["Où"], offer => Cell.Of(offer.Summary.Where)),
        (t["Début"], offer => Cell.At(offer.Need.StartsAt, offer.Need.TimeZone)),
        (t["Fin"], offer => Cell.At(offer.Need.EndsAt, offer.Need.TimeZone)),
        (t["Fuseau horaire"], offer => Cell.Of(offer.Need.TimeZone)),
        (t["État"], offer => Cell.Of(StateOf(offer))));

    public string StateOf(MyOffer offer) => offer switch
    {
        _ when ToAnswer.Contains(offer) => t["On attend votre réponse"],
        _ when !Coming.Contains(offer) => t["Demande passée"],
        { Offer.State: OfferState.Accepted } => t["Vous y allez"],
        { Offer.State: OfferState.Candidate } => t["En attente de confirmation"],
        _ => t["En attente d’une place"],
    };

    public async Task OnGetAsync(CancellationToken cancellation)
    {
        var rows = await db.Set<Offer>().AsNoTracking().Where(offer => offer.PersonId == user.Person)
            .Join(db.Set<Need>().AsNoTracking(), offer => offer.NeedId, need => need.Id, (offer, need) => new { offer, need })
            .OrderByDescending(pair => pair.offer.SentAt).Take(this.RowsFrom(Most)).ToListAsync(cancellation);
        var mine = new List<MyOffer>(rows.Count);
        var summaries = await text.SummariesAsync(rows.ConvertAll(row => row.need), cancellation);
        foreach (var (row, summary) in rows.Zip(summaries))
        {
            mine.Add(new MyOffer(row.offer, row.need, summary, await links.TokenAsync(row.offer, row.need, cancellation)));
        }

        var now = clock.GetUtcNow();
        ToAnswer = [.. mine.Where(offer => offer.Offer.State is OfferState.Waiting or OfferState.ToReconfirm && offer.Need.State is NeedState.Open && offer.Need.AsksUntil > now)];
        Coming = [.. mine.Where(offer => offer.Offer.State is OfferState.Accepted or OfferState.Candidate or OfferState.Standby && offer.Need.EndsAt > now).OrderBy(offer => offer.Need.StartsAt)];
        Past = [.. mine.Except(ToAnswer).Except(Coming)];
    }
}

internal sealed record MyOffer(Offer Offer, Need Need, NeedSummary Summary, string Token);
