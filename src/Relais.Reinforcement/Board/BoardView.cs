using System.Security.Cryptography;
using System.Text;
using Microsoft.EntityFrameworkCore;
using Relais.Accounts.Contracts;
using Relais.Kernel.Data;
using Relais.Missions.Contracts;
using Relais.Reinforcement.Contracts;
using Relais.Reinforcement.Needs;
using Relais.Reinforcement.Offers;
using Relais.Reinforcement.Places;

namespace Relais.Reinforcement.Board;

/// <summary>Where a need stands, as its manager sees it.</summary>
internal sealed record BoardView(Need Need, NeedSummary Summary, int Held, int Settled, IReadOnlyList<BoardLine> Lines)
{
    public int Asked => Lines.Count(line => !line.Offer.CameForward);

    public int Seen => Lines.Count(line => line.Offer is { SeenAt: not null, CameForward: false });

    public int Yes => Lines.Count(line => line.Offer.State is OfferState.Accepted or OfferState.ToReconfirm or OfferState.Candidate or OfferState.Standby);

    public int No => Lines.Count(line => line.Offer.State is OfferState.Declined or OfferState.Withdrawn);

    public int Free => Math.Max(0, Need.HeadCount - Held);
}

/// <summary>One person who was asked: a name and a way to call only for those who come.</summary>
/// <param name="Welcome">What is ready for who comes.</param>
internal sealed record BoardLine(Offer Offer, int Number, PersonName? Name, string? Phone, WelcomeState? Welcome);

internal sealed class BoardViews(RelaisDb db, IPeople people, IWelcome welcome, NeedText text)
{
    public async Task<BoardView?> FindAsync(NeedId id, CancellationToken cancellation)
    {
        if (await db.Set<Need>().AsNoTracking().SingleOrDefaultAsync(n => n.Id == id, cancellation) is not { } need)
        {
            return null;
        }

        var offers = await db.Set<Offer>().AsNoTracking().Where(o => o.NeedId == id).OrderBy(o => o.SentAt).ThenBy(o => o.Id).ToListAsync(cancellation);
        var live = await db.Set<Assignment>().AsNoTracking().Where(a => a.NeedId == id && a.ReleasedAt == null).ToListAsync(cancellation);
        var coming = live.Select(assignment => assignment.PersonId).ToList();
        var names = await people.FindAsync(coming, cancellation);
        var mobiles = await people.MobilesAsync(coming, cancellation);
        var ready = await welcome.OfAsync(PlaceKeeper.Source, live.ConvertAll(assignment => assignment.Id), cancellation);
        var welcomed = live.ToDictionary(assignment => assignment.OfferId, assignment => ready.GetValueOrDefault(assignment.Id));
        var lines = offers.Index()
            .Select(line => new BoardLine(
                line.Item, line.Index + 1, names.GetValueOrDefault(line.Item.PersonId), mobiles.GetValueOrDefault(line.Item.PersonId)?.ToString(), welcomed.GetValueOrDefault(line.Item.Id)))
            .ToList();
        return new BoardView(need, await text.SummaryAsync(need, cancellation), live.Count, live.Count(a => a.SettledAt is not null), lines);
    }

    /// <summary>Changes whenever the board would look different; a few letters, to be compared and nothing else.</summary>
    public async Task<string> FingerprintAsync(NeedId id, CancellationToken cancellation)
    {
        var need = await db.Set<Need>().AsNoTracking().Where(n => n.Id == id)
            .Select(n => new { n.State, n.Version, n.Wave }).SingleOrDefaultAsync(cancellation);
        var offers = await db.Set<Offer>().AsNoTracking().Where(o => o.NeedId == id)
            .GroupBy(o => new { o.State, Seen = o.SeenAt != null })
            .Select(group => new { group.Key.State, group.Key.Seen, Count = group.Count(), Last = group.Max(o => o.AnsweredAt) })
            .ToListAsync(cancellation);
        var settled = await db.Set<Assignment>().CountAsync(a => a.NeedId == id && a.SettledAt != null, cancellation);
        var state = $"{need} {settled} {string.Join(';', offers.OrderBy(o => o.State).ThenBy(o => o.Seen))}";
        return Convert.ToHexString(SHA256.HashData(Encoding.UTF8.GetBytes(state)))[..16];
    }
}
