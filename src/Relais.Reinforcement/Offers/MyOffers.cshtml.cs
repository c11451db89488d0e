using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Relais.Accounts.Contracts;
using Relais.Kernel.Data;
using Relais.Reinforcement.Needs;

namespace Relais.Reinforcement.Offers;

/// <summary>What a person was asked, what awaits an answer first.</summary>
internal sealed class MyOffersModel(RelaisDb db, ICurrentUser user, OfferLinks links, NeedText text, TimeProvider clock) : PageModel
{
    private const int Most = 60;

    public IReadOnlyList<MyOffer> ToAnswer { get; private set; } = [];

    public IReadOnlyList<MyOffer> Coming { get; private set; } = [];

    public IReadOnlyList<MyOffer> Past { get; private set; } = [];

    public async Task OnGetAsync(CancellationToken cancellation)
    {
        var rows = await db.Set<Offer>().AsNoTracking().Where(offer => offer.PersonId == user.Person)
            .Join(db.Set<Need>().AsNoTracking(), offer => offer.NeedId, need => need.Id, (offer, need) => new { offer, need })
            .OrderByDescending(pair => pair.offer.SentAt).Take(Most).ToListAsync(cancellation);
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
