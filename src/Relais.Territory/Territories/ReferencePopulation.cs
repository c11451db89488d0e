using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Relais.Kernel.Identifiers;
using Relais.Territory.Contracts;

namespace Relais.Territory.Territories;

/// <summary>The inhabitants of a commune by one way of counting.</summary>
internal sealed class ReferencePopulation
{
    public required PopulationCount Count { get; init; }

    public required CommuneCode CommuneCode { get; init; }

    public required int People { get; init; }

    internal sealed class Mapping : IEntityTypeConfiguration<ReferencePopulation>
    {
        public void Configure(EntityTypeBuilder<ReferencePopulation> population) => population.HasKey(p => new { p.CommuneCode, p.Count });
    }
}
