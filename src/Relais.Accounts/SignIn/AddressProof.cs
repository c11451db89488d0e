using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Relais.Accounts.Contracts;
using Relais.Accounts.People;
using Relais.Kernel.Links;

namespace Relais.Accounts.SignIn;

internal enum ProofPurpose
{
    /// <summary>To sign in: a quarter of an hour.</summary>
    SignIn,

    /// <summary>To know that the address is the person's: a week.</summary>
    Check,
}

/// <summary>A link sent to an address; it works once.</summary>
internal sealed class AddressProof
{
    public static readonly LinkPurpose SignInLink = new("accounts.sign_in");
    public static readonly LinkPurpose CheckLink = new("accounts.address_check");

    public Guid Id { get; init; } = Guid.CreateVersion7();

    public required ProofPurpose Purpose { get; init; }

    public required AddressKind Kind { get; init; }

    public required string Value { get; init; }

    /// <summary>Whose address is checked; to sign in, whoever has the address chooses.</summary>
    public PersonId? PersonId { get; init; }

    /// <summary>Where to go on, on this site.</summary>
    public string? ReturnTo { get; init; }

    public required DateTimeOffset AskedAt { get; init; }

    public required DateTimeOffset ExpiresAt { get; init; }

    public DateTimeOffset? UsedAt { get; init; }

    public ContactPoint Address => ContactPoint.Kept(Kind, Value);

    internal sealed class Mapping : IEntityTypeConfiguration<AddressProof>
    {
        public void Configure(EntityTypeBuilder<AddressProof> proof)
        {
            proof.HasKey(p => p.Id);
            proof.HasOne<Person>().WithMany().HasForeignKey(p => p.PersonId);
            proof.Ignore(p => p.Address);
        }
    }
}
