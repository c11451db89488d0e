using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Relais.Kernel.Identifiers;

namespace Relais.Observatory.Statistics;

/// <summary>One figure of one commune, as its source gives it.</summary>
internal sealed class StatisticLine
{
    public required Guid DatasetId { get; init; }

    /// <summary>The name of its column.</summary>
    public required string Statistic { get; init; }

    public required CommuneCode CommuneCode { get; init; }

    public required double Amount { get; init; }

    /// <summary>Of a share: all those of whom it is a part.</summary>
    public double? CountedOver { get; init; }

    internal sealed class Mapping : IEntityTypeConfiguration<StatisticLine>
    {
        public void Configure(EntityTypeBuilder<StatisticLine> line) => line.HasKey(l => new { l.DatasetId, l.Statistic, l.CommuneCode });
    }
}
