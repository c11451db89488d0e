using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Relais.Reinforcement.PublicReports;

/// <summary>What a territory did in some months, for everybody to read. It does not change: another one takes its place.</summary>
internal sealed class PublicReport
{
    public Guid Id { get; init; } = Guid.CreateVersion7();

    /// <summary>Where, as roles say it (<c>territory:29</c>).</summary>
    public required string Scope { get; init; }

    /// <summary>Where, as it was called.</summary>
    public required string Place { get; init; }

    /// <summary>The first day of the first month.</summary>
    public required DateOnly FirstMonth { get; init; }

    /// <summary>The first day of the last month.</summary>
    public required DateOnly LastMonth { get; init; }

    /// <summary>In the words of who publishes it; often nothing.</summary>
    public required string Foreword { get; init; }

    public required PublicFigures Figures { get; init; }

    public required DateTimeOffset PublishedAt { get; init; }

    public DateTimeOffset? WithdrawnAt { get; private set; }

    internal sealed class Mapping : IEntityTypeConfiguration<PublicReport>
    {
        public void Configure(EntityTypeBuilder<PublicReport> report)
        {
            report.HasKey(r => r.Id);
            report.Property(r => r.Figures).HasConversion(
                figures => JsonSerializer.Serialize(figures, JsonSerializerOptions.Web), text => JsonSerializer.Deserialize<PublicFigures>(text, JsonSerializerOptions.Web)!);
        }
    }
}

/// <summary>A month that a report tells: the database takes each once for a territory.</summary>
internal sealed class PublicReportMonth
{
    public required string Scope { get; init; }

    public required DateOnly Month { get; init; }

    public required Guid ReportId { get; init; }

    internal sealed class Mapping : IEntityTypeConfiguration<PublicReportMonth>
    {
        public void Configure(EntityTypeBuilder<PublicReportMonth> month) => month.HasKey(m => new { m.Scope, m.Month });
    }
}
