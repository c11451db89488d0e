using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Relais.Observatory.Statistics;

/// <summary>A column that a file has.</summary>
internal sealed class DatasetStatistic
{
    public required Guid DatasetId { get; init; }

    public required string Statistic { get; init; }

    /// <summary>How the source made it, where it says so: the scenario of a projection.</summary>
    public string? Scenario { get; init; }

    internal sealed class Mapping : IEntityTypeConfiguration<DatasetStatistic>
    {
        public void Configure(EntityTypeBuilder<DatasetStatistic> column) => column.HasKey(c => new { c.DatasetId, c.Statistic });
    }
}
