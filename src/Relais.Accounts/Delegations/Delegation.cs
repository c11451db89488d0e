using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Relais.Accounts.Contracts;
using Relais.Accounts.SignIn;

namespace Relais.Accounts.Delegations;

/// <summary>A role handed over to a colleague for a while, with what is under way in the words of who goes.</summary>
internal sealed class Delegation
{
    public const int MostCharacters = 2000;

    public Guid Id { get; init; } = Guid.CreateVersion7();

    /// <summary>Who hands over.</summary>
    public required AccountId AccountId { get; init; }

    public required AccountId ColleagueId { get; init; }

    public required Role Role { get; init; }

    public required Scope Scope { get; init; }

    public required DateTimeOffset StartsAt { get; init; }

    public required DateTimeOffset EndsAt { get; init; }

    public required string Note { get; init; }

    public required DateTimeOffset AskedAt { get; init; }

    public DateTimeOffset? AcceptedAt { get; set; }

    /// <summary>Taken back, declined, given back, or noticed to be over.</summary>
    public DateTimeOffset? ClosedAt { get; set; }

    public AccountId? ClosedBy { get; set; }

    public bool IsOpenAt(DateTimeOffset instant) => ClosedAt is null && instant < EndsAt;

    internal sealed class Mapping : IEntityTypeConfiguration<Delegation>
    {
        public void Configure(EntityTypeBuilder<Delegation> delegation)
        {
            delegation.HasKey(d => d.Id);
            delegation.HasOne<Account>().WithMany().HasForeignKey(d => d.AccountId);
            delegation.HasOne<Account>().WithMany().HasForeignKey(d => d.ColleagueId);
            delegation.Property(d => d.Scope).HasConversion(scope => scope.ToString(), text => Scope.Parse(text));
        }
    }
}
