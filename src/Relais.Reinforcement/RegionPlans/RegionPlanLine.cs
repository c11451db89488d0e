using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Relais.Accounts.Contracts;
using Relais.Reinforcement.Contracts;

namespace Relais.Reinforcement.RegionPlans;

/// <summary>What became of a line of a plan.</summary>
internal enum LineState
{
    /// <summary>Nobody has decided.</summary>
    Proposed,

    /// <summary>The person is in their quiet hours, and is asked when these are over.</summary>
    Later,

    /// <summary>The person was asked.</summary>
    Asked,

    /// <summary>The coordination did not follow the plan, and says why.</summary>
    SetAside,

    /// <summary>When it was decided the person could no longer be asked, or no place was free.</summary>
    Gone,
}

/// <summary>Somebody whom a plan proposes for a need.</summary>
internal sealed class RegionPlanLine
{
    public required Guid PlanId { get; init; }

    public required NeedId NeedId { get; init; }

    public required PersonId PersonId { get; init; }

    /// <summary>Estimated travel from home; none where it is not known.</summary>
    public int? Minutes { get; init; }

    /// <summary>Why this person: reason codes with their figures, as JSON.</summary>
    public required string Reasons { get; init; }

    public IReadOnlyList<string> ReasonCodes => JsonSerializer.Deserialize<string[]>(Reasons) ?? [];

    public LineState State { get; private set; } = LineState.Proposed;

    /// <summary>Why the plan was not followed, in the words of who decided.</summary>
    public string? Why { get; private set; }

    public PersonId? DecidedBy { get; private set; }

    public DateTimeOffset? DecidedAt { get; private set; }

    /// <summary>As if nothing had been decided.</summary>
    public void TakeBack() => (State, Why, DecidedBy, DecidedAt) = (LineState.Proposed, null, null, null);

    public void Decide(LineState state, string? why, PersonId by, DateTimeOffset now) => (State, Why, DecidedBy, DecidedAt) = (state, why, by, now);

    internal sealed class Mapping : IEntityTypeConfiguration<RegionPlanLine>
    {
        public void Configure(EntityTypeBuilder<RegionPlanLine> line)
        {
            line.HasKey(l => new { l.PlanId, l.NeedId, l.PersonId });
            line.Ignore(l => l.ReasonCodes);
            line.Property(l => l.NeedId).HasConversion(id => id.Value, value => new NeedId(value));
            line.Property(l => l.PersonId).HasConversion(id => id.Value, value => new PersonId(value));
            line.Property(l => l.DecidedBy).HasConversion(id => id!.Value.Value, value => new PersonId(value));
        }
    }
}
