using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Relais.Kernel.Identifiers;

namespace Relais.Observatory.Ranges;

/// <summary>The interval of one commune.</summary>
internal sealed class AccessRange
{
    /// <summary>Names all that it was computed from.</summary>
    public required string Key { get; init; }

    public required CommuneCode CommuneCode { get; init; }

    public required double Low { get; init; }

    public required double High { get; init; }

    internal sealed class Mapping : IEntityTypeConfiguration<AccessRange>
    {
        public void Configure(EntityTypeBuilder<AccessRange> range) => range.HasKey(r => new { r.Key, r.CommuneCode });
    }
}
