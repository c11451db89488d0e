using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Relais.Accounts.Contracts;

namespace Relais.Territory.Claims;

/// <summary>Somebody says that they manage an establishment; whether they do is for the verification queue.</summary>
internal sealed class FacilityClaim
{
    public Guid Id { get; init; } = Guid.CreateVersion7();

    public required string Finess { get; init; }

    public required PersonId PersonId { get; init; }

    /// <summary>What the person does there: « directrice des soins ».</summary>
    public required string Position { get; set; }

    public required DateTimeOffset ClaimedAt { get; init; }

    internal sealed class Mapping : IEntityTypeConfiguration<FacilityClaim>
    {
        public void Configure(EntityTypeBuilder<FacilityClaim> claim) => claim.HasKey(c => c.Id);
    }
}
