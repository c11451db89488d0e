using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Relais.Missions.Contracts;

namespace Relais.Missions.Certificates;

/// <summary>That a mission took place, for whoever is shown the code.</summary>
internal sealed class Certificate
{
    public required MissionId MissionId { get; init; }

    public required string Code { get; init; }

    public required DateTimeOffset IssuedAt { get; init; }

    internal sealed class Mapping : IEntityTypeConfiguration<Certificate>
    {
        public void Configure(EntityTypeBuilder<Certificate> certificate) => certificate.HasKey(c => c.MissionId);
    }
}
