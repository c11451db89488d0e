using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Relais.Kernel.Journal;

internal sealed class JournalEntry
{
    public Guid Id { get; init; } = Guid.CreateVersion7();

    public required DateTimeOffset At { get; init; }

    public Guid? AccountId { get; init; }

    public required string Means { get; init; }

    public required string Action { get; init; }

    public required string SubjectKind { get; init; }

    public required string SubjectId { get; init; }

    public string? Detail { get; init; }

    public int? SealNumber { get; init; }

    /// <summary>What the line was when it was written; none for lines older than this column.</summary>
    public string? Digest { get; set; }

    internal sealed class Mapping : IEntityTypeConfiguration<JournalEntry>
    {
        public void Configure(EntityTypeBuilder<JournalEntry> entry) => entry.HasKey(e => e.Id);
    }
}

internal sealed class JournalSeal
{
    public required int Number { get; init; }

    public required int Entries { get; init; }

    public required string PreviousHash { get; init; }

    public required string Hash { get; init; }

    public required DateTimeOffset SealedAt { get; init; }

    /// <summary>What the seal holds, line by line; none for seals older than this column.</summary>
    public string? Roll { get; init; }

    internal sealed class Mapping : IEntityTypeConfiguration<JournalSeal>
    {
        public void Configure(EntityTypeBuilder<JournalSeal> seal)
        {
            seal.HasKey(s => s.Number);
            seal.Property(s => s.Number).ValueGeneratedNever();
        }
    }
}
