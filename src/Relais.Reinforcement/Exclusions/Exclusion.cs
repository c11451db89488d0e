using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Relais.Accounts.Contracts;
using Relais.Kernel.Identifiers;

namespace Relais.Reinforcement.Exclusions;

/// <summary>A person and an establishment who no longer want each other, as one of the two said. Lifting it removes it.</summary>
internal sealed class Exclusion
{
    public Guid Id { get; init; } = Guid.CreateVersion7();

    public required PersonId PersonId { get; init; }

    public required Finess Finess { get; init; }

    /// <summary>Who does not want the other.</summary>
    public required ExclusionSide Side { get; init; }

    public required DateTimeOffset Since { get; init; }

    /// <summary>In the establishment's words, for itself alone and for the person who asks for a copy; a person need not say why.</summary>
    public string? Reason { get; set; }

    /// <summary>Who of the establishment said so.</summary>
    public PersonId? MadeBy { get; set; }

    internal sealed class Mapping : IEntityTypeConfiguration<Exclusion>
    {
        public void Configure(EntityTypeBuilder<Exclusion> exclusion)
        {
            exclusion.HasKey(e => e.Id);
            exclusion.Property(e => e.Id).ValueGeneratedNever();
        }
    }
}

internal enum ExclusionSide
{
    /// <summary>The person no longer wants to be asked by the establishment, which does not learn it.</summary>
    Person,

    /// <summary>The establishment no longer calls on the person, who is told.</summary>
    Facility,
}
