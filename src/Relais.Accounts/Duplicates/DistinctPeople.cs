using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Relais.Accounts.Contracts;

namespace Relais.Accounts.Duplicates;

/// <summary>Two dossiers that look alike and that somebody said to be of two people.</summary>
internal sealed class DistinctPeople
{
    public required PersonId FirstId { get; init; }

    public required PersonId SecondId { get; init; }

    public required DateTimeOffset SaidAt { get; init; }

    public required AccountId? SaidBy { get; init; }

    internal sealed class Mapping : IEntityTypeConfiguration<DistinctPeople>
    {
        public void Configure(EntityTypeBuilder<DistinctPeople> distinct) => distinct.HasKey(d => new { d.FirstId, d.SecondId });
    }
}
