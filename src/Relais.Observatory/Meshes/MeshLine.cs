using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Relais.Kernel.Identifiers;

namespace Relais.Observatory.Meshes;

/// <summary>The territoire de vie-santé that a commune belongs to: zonings class these, and never a commune alone.</summary>
internal sealed class MeshLine
{
    public required Guid DatasetId { get; init; }

    public required CommuneCode CommuneCode { get; init; }

    public required string MeshCode { get; init; }

    public required string MeshName { get; init; }

    internal sealed class Mapping : IEntityTypeConfiguration<MeshLine>
    {
        public void Configure(EntityTypeBuilder<MeshLine> line) => line.HasKey(l => new { l.DatasetId, l.CommuneCode });
    }
}
