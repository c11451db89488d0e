using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Relais.Kernel.Identifiers;

namespace Relais.Observatory.Points;

/// <summary>Where the town hall of a commune is, or its middle where the file has nothing better.</summary>
internal sealed class CommunePoint
{
    public required Guid DatasetId { get; init; }

    public required CommuneCode CommuneCode { get; init; }

    public required double Latitude { get; init; }

    public required double Longitude { get; init; }

    internal sealed class Mapping : IEntityTypeConfiguration<CommunePoint>
    {
        public void Configure(EntityTypeBuilder<CommunePoint> point) => point.HasKey(p => new { p.DatasetId, p.CommuneCode });
    }
}
