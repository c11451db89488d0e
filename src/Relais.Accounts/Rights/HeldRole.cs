using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Relais.Accounts.Contracts;
using Relais.Accounts.SignIn;

namespace Relais.Accounts.Rights;

/// <summary>A role as it was given, and ended, by whom and why: rows are kept.</summary>
internal sealed class HeldRole
{
    public Guid Id { get; init; } = Guid.CreateVersion7();

    public required AccountId AccountId { get; init; }

    public required Role Role { get; init; }

    public required Scope Scope { get; init; }

    public required DateTimeOffset ValidFrom { get; init; }

    public DateTimeOffset? ValidTo { get; set; }

    public AccountId? GivenBy { get; init; }

    public required string GivenReason { get; init; }

    /// <summary>The hand-over that gave it; none for a role held in one's own right.</summary>
    public Guid? DelegationId { get; init; }

    public AccountId? EndedBy { get; set; }

    public string? EndedReason { get; set; }

    public RoleAssignment ToAssignment() => new(Id, AccountId, Role, Scope, ValidFrom, ValidTo);

    internal sealed class Mapping : IEntityTypeConfiguration<HeldRole>
    {
        public void Configure(EntityTypeBuilder<HeldRole> role)
        {
            role.HasKey(r => r.Id);
            role.HasOne<Account>().WithMany().HasForeignKey(r => r.AccountId);
            role.Property(r => r.Scope).HasConversion(scope => scope.ToString(), text => Scope.Parse(text));
        }
    }
}
