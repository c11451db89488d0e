using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Relais.Kernel.Identifiers;
using Relais.Observatory.Professions;

namespace Relais.Observatory.Supply;

/// <summary>Those of one profession who practise in a commune.</summary>
internal sealed class SupplyLine
{
    public required Guid DatasetId { get; init; }

    public required CareProfession Profession { get; init; }

    public required CommuneCode CommuneCode { get; init; }

    /// <summary>Heads, or parts of them where somebody practises in several communes.</summary>
    public required double Practitioners { get; init; }

    /// <summary>Consultations and visits of a year.</summary>
    public double? Acts { get; init; }

    /// <summary>How many of them are 55 or over.</summary>
    public int? Over55 { get; init; }

    public int? Over60 { get; init; }

    public int? Over65 { get; init; }

    /// <summary>How many of them train students (maîtres de stage universitaires).</summary>
    public int? Supervisors { get; init; }

    internal sealed class Mapping : IEntityTypeConfiguration<SupplyLine>
    {
        public void Configure(EntityTypeBuilder<SupplyLine> line) => line.HasKey(l => new { l.DatasetId, l.Profession, l.CommuneCode });
    }
}
