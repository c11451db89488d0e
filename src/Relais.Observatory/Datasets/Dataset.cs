using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Relais.Observatory.Contracts;

namespace Relais.Observatory.Datasets;

/// <summary>A file of figures that was taken in, with where it comes from.</summary>
internal sealed class Dataset
{
    public Guid Id { get; init; } = Guid.CreateVersion7();

    public required DatasetKind Kind { get; init; }

    /// <summary>Who says so.</summary>
    public required string Source { get; init; }

    /// <summary>Of when it is: a year or a day, as its source says; later ones sort after.</summary>
    public required string Vintage { get; init; }

    public required string Licence { get; init; }

    public required FigureQuality Quality { get; init; }

    /// <summary>Made up for the demonstration.</summary>
    public bool IsInvented { get; init; }

    /// <summary>The name of the file, without its folders.</summary>
    public required string FileName { get; init; }

    public required string Sha256 { get; init; }

    /// <summary>Lines of data in the file.</summary>
    public required long Lines { get; init; }

    public required long Kept { get; init; }

    public required long Rejected { get; init; }

    public required DateTimeOffset ImportedAt { get; init; }

    /// <summary>Since when it no longer counts.</summary>
    public DateTimeOffset? UndoneAt { get; private set; }

    internal sealed class Mapping : IEntityTypeConfiguration<Dataset>
    {
        public void Configure(EntityTypeBuilder<Dataset> dataset) => dataset.HasKey(d => d.Id);
    }
}
