using Microsoft.EntityFrameworkCore;
using Relais.Kernel.Data;
using Relais.Kernel.Rules;
using Relais.Matching.Waves;
using Relais.Reinforcement.Needs;
using Relais.Reinforcement.Offers;

namespace Relais.Reinforcement.Waves;

/// <summary>
/// The pace of the waves in force: dated rules of kind <c>wave-pace</c>, by urgency, corrected by how people answer of late.
/// </summary>
internal sealed class WavePaces(RelaisDb db, DatedRules rules, TimeProvider clock)
{
    private DateOnly Today => DateOnly.FromDateTime(clock.GetUtcNow().UtcDateTime);

    public async Task<WavePace> OfAsync(Need need, CancellationToken cancellation)
    {
        var pace = await rules.GetAsync<WavePace>("wave-pace", need.UrgencyAt(clock.GetUtcNow()).ToString(), Today, cancellation);
        var learning = await rules.GetAsync<Learning>("wave-answers", "learning", Today, cancellation);
        return pace.Expecting(await RecentAsync(learning, cancellation), learning.Weight);
    }

    /// <summary>When people may be asked again about what can wait.</summary>
    public Task<WaveHours> HoursAsync(CancellationToken cancellation) => rules.GetAsync<WaveHours>("wave-hours", "awake", Today, cancellation);

    private async Task<RecentAnswers> RecentAsync(Learning learning, CancellationToken cancellation)
    {
        var silentSince = clock.GetUtcNow().AddHours(-learning.SilentHours);
        var answers = await db.Set<Offer>().AsNoTracking()
            .Where(offer => !offer.CameForward
                && (offer.AnsweredAt != null || (offer.SentAt < silentSince && (offer.State == OfferState.Waiting || offer.Outcome == OfferOutcome.Lapsed))))
            .OrderByDescending(offer => offer.SentAt).Take(learning.Requests)
            .Select(offer => offer.AnsweredAt != null && offer.State != OfferState.Declined)
            .ToListAsync(cancellation);
        return new RecentAnswers(answers.Count, answers.Count(isYes => isYes));
    }

    /// <param name="Requests">How many of the last requests are read.</param>
    /// <param name="Weight">How many of them the rule counts for.</param>
    /// <param name="SilentHours">After how long no answer is a no.</param>
    private sealed record Learning(int Requests, int Weight, int SilentHours);
}
