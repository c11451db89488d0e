using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Relais.Commitments.Contracts;
using Relais.Matching.Rest;

namespace Relais.Commitments.Holding;

/// <summary>Hours that a party is held to, or was until they were released.</summary>
internal sealed class Commitment
{
    public CommitmentId Id { get; init; } = CommitmentId.New();

    public required PartyKind PartyKind { get; init; }

    public required Guid PartyId { get; init; }

    public required DateTimeOffset StartsAt { get; init; }

    public required DateTimeOffset EndsAt { get; init; }

    public required int WorkedMinutes { get; init; }

    public bool AtEmployer { get; init; }

    public required string Source { get; init; }

    public required Guid SourceId { get; init; }

    public required string TimeZone { get; init; }

    public required DateTimeOffset HeldAt { get; init; }

    public DateTimeOffset? ReleasedAt { get; private set; }

    public Interval When => new(StartsAt, EndsAt);

    public Duty ToDuty() => new(Id.Value, When, WorkedMinutes, AtEmployer);

    internal sealed class Mapping : IEntityTypeConfiguration<Commitment>
    {
        public void Configure(EntityTypeBuilder<Commitment> commitment)
        {
            commitment.HasKey(c => c.Id);
            commitment.Ignore(c => c.When);
        }
    }
}
