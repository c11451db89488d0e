using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Relais.Accounts.Contracts;
using Relais.Reinforcement.Contracts;
using Relais.Volunteers.Contracts;

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

    public required int Wave { get; set; }

    /// <summary>Estimated travel from home, in minutes; none for work from home.</summary>
    public int? Minutes { get; init; }

    /// <summary>Why this person: reason codes with their figures, as JSON.</summary>
    public required string Reasons { get; init; }

    public IReadOnlyList<string> ReasonCodes => JsonSerializer.Deserialize<string[]>(Reasons) ?? [];

    /// <summary>The profession with which the person would hold a place of another; nothing where it is their own.</summary>
    public Profession? StandsInAs { get; init; }

    public required DateTimeOffset SentAt { get; set; }

    public DateTimeOffset? SeenAt { get; set; }

    public DateTimeOffset? AnsweredAt { get; set; }

    /// <summary>Until when a yes can be taken back without anybody having been told.</summary>
    public DateTimeOffset? UndoUntil { get; set; }

    /// <summary>When the establishment said that the person, who was expected, had not come.</summary>
    public DateTimeOffset? AbsentAt { get; set; }

    /// <summary>Nobody asked: the person saw the need and said to be free. No request of the week, no message.</summary>
    public bool CameForward { get; init; }

    /// <summary>The question ended before this person answered it, so that it may be put again.</summary>
    public bool WasLeftOpen => State is OfferState.Ended && AnsweredAt is null && Outcome is OfferOutcome.Filled or OfferOutcome.Lapsed or OfferOutcome.NotChosen;

    /// <summary>The person's own words with a withdrawal or a no, if any.</summary>
    public string? Note { get; set; }

    /// <summary>Puts the question, or puts it again.</summary>
    public void Ask(int needVersion, int wave, DateTimeOffset now)
    {
        (State, Outcome, NeedVersion, Wave) = (OfferState.Waiting, null, needVersion, wave);
        (SentAt, SeenAt, AnsweredAt) = (now, null, null);
    }

    internal sealed class Mapping : IEntityTypeConfiguration<Offer>
    {
        public void Configure(EntityTypeBuilder<Offer> offer)
        {
            offer.HasKey(o => o.Id);
            offer.Ignore(o => o.WasLeftOpen);
            offer.Ignore(o => o.ReasonCodes);
            offer.Property(o => o.Id).HasConversion(id => id.Value, value => new OfferId(value));
            offer.Property(o => o.NeedId).HasConversion(id => id.Value, value => new NeedId(value));
            offer.Property(o => o.StandsInAs).HasConversion(profession => profession!.Code, code => Profession.Find(code));
            offer.Property(o => o.PersonId).HasConversion(id => id.Value, value => new PersonId(value));
        }
    }
}
