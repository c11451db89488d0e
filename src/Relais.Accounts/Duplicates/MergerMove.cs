using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Relais.Kernel.PersonalData;

namespace Relais.Accounts.Duplicates;

/// <summary>A row that changed hands when two dossiers became one.</summary>
internal sealed class MergerMove
{
    public required Guid MergerId { get; init; }

    /// <summary>They are undone from the last to the first.</summary>
    public required int Number { get; init; }

    public required string TableName { get; init; }

    /// <summary>What tells the row apart in its table (<see cref="PersonalTable.Key"/>), as a JSON array of texts.</summary>
    public required string RowKey { get; init; }

    public required Guid FromId { get; init; }

    public required Guid ToId { get; init; }

    internal sealed class Mapping : IEntityTypeConfiguration<MergerMove>
    {
        public void Configure(EntityTypeBuilder<MergerMove> move)
        {
            move.HasKey(m => new { m.MergerId, m.Number });
            move.HasOne<Merger>().WithMany().HasForeignKey(m => m.MergerId);
        }
    }
}
