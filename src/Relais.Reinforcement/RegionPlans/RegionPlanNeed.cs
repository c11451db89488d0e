using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Relais.Matching.Explaining;
using Relais.Reinforcement.Contracts;

namespace Relais.Reinforcement.RegionPlans;

/// <summary>A need as it stood when a plan was made, and what the plan leaves open of it.</summary>
internal sealed class RegionPlanNeed
{
    public required Guid PlanId { get; init; }

    public required NeedId NeedId { get; init; }

    public required int FreePosts { get; init; }

    /// <summary>People who were asked and had not answered.</summary>
    public required int Waiting { get; init; }

    /// <summary>People whom nothing kept from being asked.</summary>
    public required int Askable { get; init; }

    /// <summary>How short of care its commune was, from 0 to 100: by so many per cent an open post weighed more.</summary>
    public required int Vulnerability { get; init; }

    public required int OpenPosts { get; init; }

    public OpenKind? WhyOpen { get; init; }

    internal sealed class Mapping : IEntityTypeConfiguration<RegionPlanNeed>
    {
        public void Configure(EntityTypeBuilder<RegionPlanNeed> need)
        {
            need.HasKey(n => new { n.PlanId, n.NeedId });
            need.Property(n => n.NeedId).HasConversion(id => id.Value, value => new NeedId(value));
        }
    }
}
