using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Relais.Kernel.Identifiers;
using Relais.Volunteers.Contracts;

namespace Relais.Reinforcement.Series;

/// <summary>A need said once for many dates; each date is a need of its own.</summary>
internal sealed class NeedSeries
{
    public required Guid Id { get; init; }

    public required Finess Finess { get; init; }

    public required CommuneCode CommuneCode { get; init; }

    public required ProfessionUnit Cell { get; init; }

    /// <summary>Clock times of the place, as the whole series says them.</summary>
    public required TimeOnly Starts { get; set; }

    /// <summary>At or before <see cref="Starts"/>: the next day.</summary>
    public required TimeOnly Ends { get; set; }

    public required string TimeZone { get; init; }

    public required Recurrence Pattern { get; init; }

    /// <summary>How long before it begins each date is published.</summary>
    public required int LeadDays { get; init; }

    public Guid? CreatedBy { get; init; }

    public required DateTimeOffset CreatedAt { get; init; }

    internal sealed class Mapping : IEntityTypeConfiguration<NeedSeries>
    {
        public void Configure(EntityTypeBuilder<NeedSeries> series)
        {
            series.HasKey(s => s.Id);
            series.Property(s => s.Cell).HasConversion(cell => cell.Code, code => ProfessionUnit.Find(code)!);
            series.Property(s => s.Pattern).HasConversion(pattern => JsonSerializer.Serialize(pattern), text => JsonSerializer.Deserialize<Recurrence>(text)!);
        }
    }
}
