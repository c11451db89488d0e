using Microsoft.EntityFrameworkCore;
using Relais.Kernel.Data;
using Relais.Kernel.Wording;
using Relais.Reinforcement.Contracts;
using Relais.Reinforcement.Needs;
using Relais.Reinforcement.Offers;
using Relais.Replies.Contracts;

namespace Relais.Reinforcement.Answers;

/// <summary>Offers that are answered by SMS: the same answers as by the page, with the same refusals.</summary>
internal sealed class AnsweredOffers(RelaisDb db, StandingOffers standing, Answering answering, NeedText text, Words t, TimeProvider clock) : IAnswerable
{
    public const string About = "offer";

    public string Kind => About;

    public async Task<IReadOnlyDictionary<Guid, string>> AwaitedAsync(IReadOnlyCollection<Guid> abouts, CancellationToken cancellation)
    {
        var now = clock.GetUtcNow();
        var stands = new Dictionary<Guid, OfferId?>();
        foreach (var about in abouts)
        {
            stands[about] = (await standing.FindAsync(new OfferId(about), cancellation))?.Id;
        }

        var ids = stands.Values.ToList();
        var rows = await db.Set<Offer>().AsNoTracking().Where(offer => ids.Contains(offer.Id) && (offer.State == OfferState.Waiting || offer.State == OfferState.ToReconfirm))
            .Join(db.Set<Need>().Where(need => need.State == NeedState.Open && (need.LateUntil ?? need.StartsAt) > now), offer => offer.NeedId, need => need.Id, (offer, need) => new { offer.Id, need })
            .ToListAsync(cancellation);
        var summaries = await text.SummariesAsync(rows.ConvertAll(row => row.need), cancellation);
        var lines = rows.Zip(summaries).ToDictionary(pair => pair.First.Id, pair => pair.Second.Short);
        return stands.Where(asked => asked.Value is { } id && lines.ContainsKey(id)).ToDictionary(asked => asked.Key, asked => lines[asked.Value!.Value]);
    }

    public async Task<string> AnswerAsync(Guid about, bool isYes, CancellationToken cancellation)
    {
        var id = new OfferId(about);
        var result = isYes
            ? await answering.AcceptAsync(id, await db.Set<Offer>().Where(offer => offer.Id == id).Select(offer => offer.NeedVersion).SingleAsync(cancellation), cancellation)
            : await answering.DeclineAsync(id, notThisWeek: false, note: null, cancellation);
        return result switch
        {
            AnswerResult.Refused refused => refused.Sentence,
            AnswerResult.Done when !isYes => t["C’est noté : vous ne venez pas. Merci d’avoir répondu."],
            AnswerResult.Done { Offer.State: OfferState.Accepted } => t["C’est noté, votre place est tenue. Pour changer d’avis, rouvrez le lien de la demande."],
            _ => t["C’est noté : l’établissement choisit parmi les personnes qui ont dit oui, vous serez prévenu."],
        };
    }
}
