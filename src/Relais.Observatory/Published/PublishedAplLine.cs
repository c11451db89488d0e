using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Relais.Kernel.Identifiers;
using Relais.Observatory.Professions;

namespace Relais.Observatory.Published;

/// <summary>What DREES publishes of a commune for a year.</summary>
internal sealed class PublishedAplLine
{
    public required Guid DatasetId { get; init; }

    public required CareProfession Profession { get; init; }

    public required int Year { get; init; }

    public required CommuneCode CommuneCode { get; init; }

    /// <summary>All practitioners counted, in the unit of the profession.</summary>
    public double? Apl { get; init; }

    /// <summary>Only those of 65 and under: the series that zonings are drawn from. General practitioners alone have these three.</summary>
    public double? To65 { get; init; }

    public double? To62 { get; init; }

    public double? To60 { get; init; }

    /// <summary>Inhabitants weighted by what their age needs; the mean of a territory is weighted by them.</summary>
    public double? Standardised { get; init; }

    /// <summary>All inhabitants: what is counted under a threshold.</summary>
    public double? People { get; init; }

    internal sealed class Mapping : IEntityTypeConfiguration<PublishedAplLine>
    {
        public void Configure(EntityTypeBuilder<PublishedAplLine> line) => line.HasKey(l => new { l.DatasetId, l.Profession, l.Year, l.CommuneCode });
    }
}
