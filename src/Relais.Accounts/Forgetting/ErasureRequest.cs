using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Relais.Accounts.Contracts;

namespace Relais.Accounts.Forgetting;

/// <summary>A person asked to be forgotten, and may change their mind until the day comes.</summary>
internal sealed class ErasureRequest
{
    public required PersonId PersonId { get; init; }

    public required DateTimeOffset AskedAt { get; init; }

    public required DateTimeOffset DueAt { get; init; }

    internal sealed class Mapping : IEntityTypeConfiguration<ErasureRequest>
    {
        public void Configure(EntityTypeBuilder<ErasureRequest> request) => request.HasKey(r => r.PersonId);
    }
}
