using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Relais.Kernel.Identifiers;

namespace Relais.Volunteers.OwnPool;

/// <summary>A file of people on its way into the pool of an establishment.</summary>
internal sealed class OwnPoolImport
{
    public Guid Id { get; init; } = Guid.CreateVersion7();

    public required Finess Finess { get; init; }

    public required string FileName { get; init; }

    /// <summary>The text of the file; emptied once it is imported.</summary>
    public required string Content { get; set; }

    /// <summary>Which column holds what, as JSON of <see cref="ColumnMapping"/>.</summary>
    public required string Mapping { get; set; }

    public required DateTimeOffset UploadedAt { get; init; }

    public DateTimeOffset? ImportedAt { get; set; }

    public DateTimeOffset? UndoneAt { get; set; }

    public int Added { get; set; }

    public int Changed { get; set; }

    public int Same { get; set; }

    public int Bad { get; set; }

    internal sealed class Entity : IEntityTypeConfiguration<OwnPoolImport>
    {
        public void Configure(EntityTypeBuilder<OwnPoolImport> import)
        {
            import.HasKey(i => i.Id);
            import.Property(i => i.Id).ValueGeneratedNever();
        }
    }
}

/// <summary>What an import did to one member.</summary>
internal sealed class OwnPoolChange
{
    public required Guid ImportId { get; init; }

    public required Guid MemberId { get; init; }

    /// <summary>Nothing for a member that the import added.</summary>
    public string? Before { get; init; }

    public required string After { get; init; }

    internal sealed class Entity : IEntityTypeConfiguration<OwnPoolChange>
    {
        public void Configure(EntityTypeBuilder<OwnPoolChange> change) => change.HasKey(c => new { c.ImportId, c.MemberId });
    }
}
