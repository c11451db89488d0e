using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Relais.Accounts.Contracts;

namespace Relais.Commitments.EmployerShifts;

/// <summary>A person's word that nobody else employs them.</summary>
internal sealed class NoEmployer
{
    public required PersonId PersonId { get; init; }

    public required DateTimeOffset DeclaredAt { get; init; }

    internal sealed class Mapping : IEntityTypeConfiguration<NoEmployer>
    {
        public void Configure(EntityTypeBuilder<NoEmployer> declaration) => declaration.HasKey(d => d.PersonId);
    }
}
