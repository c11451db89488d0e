using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Relais.Kernel.Identifiers;

namespace Relais.Territory.Drawing;

/// <summary>The code of a territory that people drew; its lists of communes are versions.</summary>
internal sealed class DrawnTerritory
{
    public required TerritoryCode Code { get; init; }

    internal sealed class Mapping : IEntityTypeConfiguration<DrawnTerritory>
    {
        public void Configure(EntityTypeBuilder<DrawnTerritory> territory) => territory.HasKey(t => t.Code);
    }
}
