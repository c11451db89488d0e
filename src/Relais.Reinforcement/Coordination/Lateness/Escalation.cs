using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Relais.Reinforcement.Contracts;

namespace Relais.Reinforcement.Coordination.Lateness;

internal enum EscalationStep
{
    Coordinator,
    National,
}

/// <summary>Places stayed free for too long, and whose turn it became was told.</summary>
internal sealed class Escalation
{
    public required NeedId NeedId { get; init; }

    public required EscalationStep Step { get; init; }

    /// <summary>Since when places had been free: a need that was filled and opens again is told anew.</summary>
    public required DateTimeOffset FreeSince { get; init; }

    public required DateTimeOffset ReachedAt { get; init; }

    internal sealed class Mapping : IEntityTypeConfiguration<Escalation>
    {
        public void Configure(EntityTypeBuilder<Escalation> escalation)
        {
            escalation.HasKey(e => new { e.NeedId, e.Step, e.FreeSince });
            escalation.Property(e => e.NeedId).HasConversion(id => id.Value, value => new NeedId(value));
        }
    }
}
