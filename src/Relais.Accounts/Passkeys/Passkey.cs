using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Relais.Accounts.Contracts;
using Relais.Accounts.SignIn;

namespace Relais.Accounts.Passkeys;

/// <summary>The public half of a key that a person's device holds.</summary>
internal sealed class Passkey
{
    public Guid Id { get; init; } = Guid.CreateVersion7();

    public required AccountId AccountId { get; init; }

    /// <summary>As the authenticator names it, in base64url.</summary>
    public required string CredentialId { get; init; }

    /// <summary>In COSE form.</summary>
    public required byte[] PublicKey { get; init; }

    /// <summary>As the person names it.</summary>
    public required string Name { get; set; }

    /// <summary>How often the authenticator says it has signed; 0 for ever from those that do not count.</summary>
    public required long SignCount { get; init; }

    /// <summary>How the device reaches it (<c>internal</c>, <c>usb</c>…), apart by spaces.</summary>
    public required string Transports { get; init; }

    /// <summary>Lives on several devices of the person.</summary>
    public required bool IsBackedUp { get; init; }

    public required bool MayBackUp { get; init; }

    public required DateTimeOffset AddedAt { get; init; }

    public DateTimeOffset? UsedAt { get; init; }

    public static string Encode(byte[] credential) => WebEncoders.Base64UrlEncode(credential);

    public UserPasskeyInfo ToInfo() => new(
        WebEncoders.Base64UrlDecode(CredentialId), PublicKey, AddedAt, (uint)SignCount, Transports.Split(' ', StringSplitOptions.RemoveEmptyEntries),
        isUserVerified: true, MayBackUp, IsBackedUp, attestationObject: [], clientDataJson: []);

    internal sealed class Mapping : IEntityTypeConfiguration<Passkey>
    {
        public void Configure(EntityTypeBuilder<Passkey> passkey)
        {
            passkey.HasKey(p => p.Id);
            passkey.HasOne<Account>().WithMany().HasForeignKey(p => p.AccountId);
        }
    }
}

/// <summary>A challenge that was answered, and is not answered twice.</summary>
internal sealed class AnsweredChallenge
{
    public required string Digest { get; init; }

    public required DateTimeOffset AnsweredAt { get; init; }

    internal sealed class Mapping : IEntityTypeConfiguration<AnsweredChallenge>
    {
        public void Configure(EntityTypeBuilder<AnsweredChallenge> challenge) => challenge.HasKey(c => c.Digest);
    }
}
