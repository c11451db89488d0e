using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Relais.Accounts.Contracts;

namespace Relais.Reinforcement.RegionPlans;

internal enum RegionPlanState
{
    Waiting,
    Running,
    Ready,
}

/// <summary>Why the search ended.</summary>
internal enum RegionPlanEnd
{
    /// <summary>No better plan exists.</summary>
    Optimal,

    /// <summary>There was nothing left to try.</summary>
    Gap,

    /// <summary>The time was over.</summary>
    Time,

    /// <summary>Somebody stopped it: the best so far.</summary>
    Cancelled,

    /// <summary>There was no free place to plan.</summary>
    Nothing,

    /// <summary>It could not be made.</summary>
    Failed,
}

/// <summary>A proposal for every free place of a territory at once, with the files from which anybody can make it again.</summary>
internal sealed class RegionPlan
{
    public Guid Id { get; init; } = Guid.CreateVersion7();

    /// <summary>Where, as roles say it (<c>territory:DEP-29</c>).</summary>
    public required string Scope { get; init; }

    /// <summary>Where, as it was called.</summary>
    public required string Place { get; init; }

    public required PersonId AskedBy { get; init; }

    public required DateTimeOffset AskedAt { get; init; }

    /// <summary>Needs that begin before this instant.</summary>
    public required DateTimeOffset Until { get; init; }

    public RegionPlanState State { get; init; } = RegionPlanState.Waiting;

    /// <summary>What the planner does now, in its own word.</summary>
    public string? Phase { get; init; }

    /// <summary>How long it has searched, or did.</summary>
    public int Seconds { get; init; }

    /// <summary>What the plan costs, whole units; open places weigh most.</summary>
    public long? Cost { get; init; }

    /// <summary>No plan costs less.</summary>
    public long? Bound { get; init; }

    public RegionPlanEnd? EndKind { get; init; }

    /// <summary>Places that were free.</summary>
    public int? FreePosts { get; init; }

    /// <summary>Those of them that the plan leaves open.</summary>
    public int? OpenPosts { get; init; }

    public DateTimeOffset? StopAskedAt { get; init; }

    public DateTimeOffset? EndedAt { get; init; }

    /// <summary>What was planned and what came out, as a ZIP archive.</summary>
    public byte[]? Files { get; init; }

    /// <summary>How far from the best plan it can be: 0 when no better one exists.</summary>
    public double Gap => Cost is > 0 and { } cost && Bound is { } bound ? (double)(cost - bound) / cost : 0;

    internal sealed class Mapping : IEntityTypeConfiguration<RegionPlan>
    {
        public void Configure(EntityTypeBuilder<RegionPlan> plan)
        {
            plan.HasKey(p => p.Id);
            plan.Ignore(p => p.Gap);
            plan.Property(p => p.AskedBy).HasConversion(id => id.Value, value => new PersonId(value));
        }
    }
}
