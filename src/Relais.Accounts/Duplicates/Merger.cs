using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Relais.Accounts.Contracts;

namespace Relais.Accounts.Duplicates;

/// <summary>Two dossiers that were found to be one person's, until they are parted again.</summary>
internal sealed class Merger
{
    public Guid Id { get; init; } = Guid.CreateVersion7();

    public required PersonId KeptId { get; init; }

    public required PersonId AbsorbedId { get; init; }

    public required string Reason { get; init; }

    public required DateTimeOffset MergedAt { get; init; }

    public required AccountId? MergedBy { get; init; }

    public DateTimeOffset? PartedAt { get; private set; }

    public AccountId? PartedBy { get; private set; }

    public void Part(AccountId? by, DateTimeOffset now) => (PartedAt, PartedBy) = (now, by);

    internal sealed class Mapping : IEntityTypeConfiguration<Merger>
    {
        public void Configure(EntityTypeBuilder<Merger> merger) => merger.HasKey(m => m.Id);
    }
}
