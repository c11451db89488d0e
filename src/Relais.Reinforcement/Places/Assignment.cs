using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Relais.Accounts.Contracts;
using Relais.Reinforcement.Contracts;

namespace Relais.Reinforcement.Places;

/// <summary>One of the places of a need. What does not exist cannot be given.</summary>
internal sealed class Place
{
    public required NeedId NeedId { get; init; }

    /// <summary>From 1 to the head-count.</summary>
    public required int Number { get; init; }

    internal sealed class Mapping : IEntityTypeConfiguration<Place>
    {
        public void Configure(EntityTypeBuilder<Place> place)
        {
            place.HasKey(p => new { p.NeedId, p.Number });
            place.Property(p => p.NeedId).HasConversion(id => id.Value, value => new NeedId(value));
        }
    }
}

/// <summary>A person holds a place of a need until it is released.</summary>
internal sealed class Assignment
{
    public Guid Id { get; init; } = Guid.CreateVersion7();

    public required NeedId NeedId { get; init; }

    public required int PlaceNumber { get; init; }

    public required PersonId PersonId { get; init; }

    public required OfferId OfferId { get; init; }

    public required Guid CommitmentId { get; set; }

    public required DateTimeOffset TakenAt { get; init; }

    /// <summary>When the yes could no longer be undone, and the others were told.</summary>
    public DateTimeOffset? SettledAt { get; set; }

    public DateTimeOffset? ReleasedAt { get; set; }

    internal sealed class Mapping : IEntityTypeConfiguration<Assignment>
    {
        public void Configure(EntityTypeBuilder<Assignment> assignment)
        {
            assignment.HasKey(a => a.Id);
            assignment.Property(a => a.NeedId).HasConversion(id => id.Value, value => new NeedId(value));
            assignment.Property(a => a.PersonId).HasConversion(id => id.Value, value => new PersonId(value));
            assignment.Property(a => a.OfferId).HasConversion(id => id.Value, value => new OfferId(value));
        }
    }
}
