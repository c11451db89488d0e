using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Relais.Accounts.Contracts;
using Relais.Reinforcement.Contracts;

namespace Relais.Reinforcement.Offers;

/// <summary>One question put to one person about one need.</summary>
internal sealed class Offer
{
    public OfferId Id { get; init; } = OfferId.New();

    public required NeedId NeedId { get; init; }

    public required PersonId PersonId { get; init; }

    public OfferState State { get; set; } = OfferState.Waiting;

    public OfferOutcome? Outcome { get; set; }

    /// <summary>The version of the need that the person was last told.</summary>
    public required int NeedVersion { get; set; }

    public required int Wave { get; init; }

    /// <summary>Estimated travel from home, in minutes; none for work from home.</summary>
    public int? Minutes { get; init; }

    /// <summary>Why this person: reason codes with their figures, as JSON.</summary>
    public required string Reasons { get; init; }

    public required DateTimeOffset SentAt { get; set; }

    public DateTimeOffset? SeenAt { get; set; }

    public DateTimeOffset? AnsweredAt { get; set; }

    /// <summary>Until when a yes can be taken back without anybody having been told.</summary>
    public DateTimeOffset? UndoUntil { get; set; }

    /// <summary>The person's own words with a withdrawal or a no, if any.</summary>
    public string? Note { get; set; }

    internal sealed class Mapping : IEntityTypeConfiguration<Offer>
    {
        public void Configure(EntityTypeBuilder<Offer> offer)
        {
            offer.HasKey(o => o.Id);
            offer.Property(o => o.Id).HasConversion(id => id.Value, value => new OfferId(value));
            offer.Property(o => o.NeedId).HasConversion(id => id.Value, value => new NeedId(value));
            offer.Property(o => o.PersonId).HasConversion(id => id.Value, value => new PersonId(value));
        }
    }
}
