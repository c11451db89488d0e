using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Relais.Accounts.Contracts;
using Relais.Accounts.SignIn;

namespace Relais.Accounts.Installing;

/// <summary>The one answer to the link that the first start printed: its only possible id makes a second one impossible.</summary>
internal sealed class FirstAdministrator
{
    public int Id { get; private init; } = 1;

    public required AccountId AccountId { get; init; }

    public required DateTimeOffset CreatedAt { get; init; }

    internal sealed class Mapping : IEntityTypeConfiguration<FirstAdministrator>
    {
        public void Configure(EntityTypeBuilder<FirstAdministrator> first)
        {
            first.HasKey(f => f.Id);
            first.Property(f => f.Id).ValueGeneratedNever();
            first.HasOne<Account>().WithMany().HasForeignKey(f => f.AccountId);
        }
    }
}
