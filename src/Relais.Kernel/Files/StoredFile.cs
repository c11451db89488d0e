using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Relais.Kernel.Files;

internal sealed class StoredFile
{
    public Guid Id { get; init; } = Guid.CreateVersion7();

    public required string Purpose { get; init; }

    /// <summary>As the sender called it; it goes with the content, for people name files after themselves.</summary>
    public required string Name { get; set; }

    public required string MediaType { get; init; }

    public required int Size { get; init; }

    public required string Sha256 { get; init; }

    public byte[]? Content { get; set; }

    public required DateTimeOffset StoredAt { get; init; }

    public DateTimeOffset? DeletedAt { get; set; }

    internal sealed class Mapping : IEntityTypeConfiguration<StoredFile>
    {
        public void Configure(EntityTypeBuilder<StoredFile> file) => file.HasKey(f => f.Id);
    }
}
