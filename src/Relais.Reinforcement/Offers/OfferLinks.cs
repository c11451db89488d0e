using Relais.Kernel.Links;
using Relais.Reinforcement.Contracts;
using Relais.Reinforcement.Needs;

namespace Relais.Reinforcement.Offers;

/// <summary>The link that opens one offer, and nothing else, without signing in.</summary>
internal sealed class OfferLinks(SignedLinks links, PublicAddress address)
{
    private static readonly LinkPurpose Purpose = new("offer");

    /// <summary>A shift that is over can still be read for a month: how it ended, whom to call.</summary>
    private static readonly TimeSpan AfterTheShift = TimeSpan.FromDays(30);

    public async Task<Uri> ToAsync(Offer offer, Need need, CancellationToken cancellation) =>
        address.Of($"/offres/{await TokenAsync(offer, need, cancellation)}");

    public ValueTask<string> TokenAsync(Offer offer, Need need, CancellationToken cancellation) =>
        links.CreateAsync(Purpose, offer.Id.Value, need.EndsAt + AfterTheShift, cancellation);

    public async Task<(LinkState State, OfferId Offer)> ReadAsync(string? token, CancellationToken cancellation)
    {
        var reading = await links.ReadAsync(Purpose, token, cancellation);
        return (reading.State, new OfferId(reading.Subject));
    }
}
