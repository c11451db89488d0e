using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Relais.Kernel.Rules;

internal sealed class DatedRule
{
    public Guid Id { get; init; } = Guid.CreateVersion7();

    public required string Kind { get; init; }

    public required string Key { get; init; }

    public required DateOnly ValidFrom { get; init; }

    /// <summary>The first day on which the rule no longer holds; none while it is in force.</summary>
    public DateOnly? ValidTo { get; init; }

    public required string Value { get; init; }

    public required string Reference { get; init; }

    public required DateTimeOffset RecordedAt { get; init; }

    internal sealed class Mapping : IEntityTypeConfiguration<DatedRule>
    {
        public void Configure(EntityTypeBuilder<DatedRule> rule) => rule.HasKey(r => r.Id);
    }
}
