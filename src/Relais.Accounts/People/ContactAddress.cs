using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Relais.Accounts.Contracts;

namespace Relais.Accounts.People;

internal sealed class ContactAddress
{
    public Guid Id { get; init; } = Guid.CreateVersion7();

    public required PersonId PersonId { get; init; }

    public required AddressKind Kind { get; init; }

    /// <summary>As it is compared and sent to: in one form.</summary>
    public required string Value { get; init; }

    public required DateTimeOffset CreatedAt { get; init; }

    public DateTimeOffset? VerifiedAt { get; set; }

    internal sealed class Mapping : IEntityTypeConfiguration<ContactAddress>
    {
        public void Configure(EntityTypeBuilder<ContactAddress> address)
        {
            address.HasKey(a => a.Id);
            address.HasOne<Person>().WithMany().HasForeignKey(a => a.PersonId);
        }
    }
}
