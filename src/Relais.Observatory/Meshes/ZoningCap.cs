using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Relais.Observatory.Meshes;

/// <summary>How much of the people of a region an order lets live in zones, in per cent.</summary>
internal sealed class ZoningCap
{
    public required Guid DatasetId { get; init; }

    /// <summary>Of INSEE: 53 for Brittany.</summary>
    public required string RegionCode { get; init; }

    /// <summary>In priority zones, those of the national selection among them.</summary>
    public required double Zip { get; init; }

    /// <summary>In zones of complementary action.</summary>
    public required double Zac { get; init; }

    internal sealed class Mapping : IEntityTypeConfiguration<ZoningCap>
    {
        public void Configure(EntityTypeBuilder<ZoningCap> cap) => cap.HasKey(c => new { c.DatasetId, c.RegionCode });
    }
}
