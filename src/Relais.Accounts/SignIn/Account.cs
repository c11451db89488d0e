using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Relais.Accounts.Contracts;
using Relais.Accounts.People;

namespace Relais.Accounts.SignIn;

/// <summary>The means by which a person signs in. It bears no name: the person does.</summary>
internal sealed class Account
{
    public AccountId Id { get; init; } = AccountId.New();

    public required PersonId PersonId { get; init; }

    /// <summary>Nothing for who signs in by mail link alone.</summary>
    public string? PasswordHash { get; set; }

    /// <summary>Changing it signs the account out of every device.</summary>
    public string SecurityStamp { get; set; } = Guid.CreateVersion7().ToString("N");

    public int FailedCount { get; set; }

    public DateTimeOffset? LockedUntil { get; set; }

    public required DateTimeOffset CreatedAt { get; init; }

    public DateTimeOffset? ClosedAt { get; set; }

    internal sealed class Mapping : IEntityTypeConfiguration<Account>
    {
        public void Configure(EntityTypeBuilder<Account> account)
        {
            account.HasKey(a => a.Id);
            account.HasOne<Person>().WithMany().HasForeignKey(a => a.PersonId);
        }
    }
}
