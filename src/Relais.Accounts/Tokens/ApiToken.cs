using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Relais.Accounts.Contracts;
using Relais.Accounts.SignIn;

namespace Relais.Accounts.Tokens;

internal sealed class ApiToken
{
    public Guid Id { get; init; } = Guid.CreateVersion7();

    public required AccountId AccountId { get; init; }

    /// <summary>What the person calls the program that uses it.</summary>
    public required string Name { get; init; }

    public required string Hash { get; init; }

    /// <summary>Separated by spaces: see <see cref="TokenScope"/>.</summary>
    public required string Scopes { get; init; }

    public required DateTimeOffset CreatedAt { get; init; }

    public required DateTimeOffset ExpiresAt { get; init; }

    /// <summary>To the day: enough to see a token that nobody uses.</summary>
    public DateOnly? LastUsedOn { get; init; }

    public DateTimeOffset? RevokedAt { get; set; }

    public IReadOnlyList<TokenScope> Allowed => TokenScope.ParseAll(Scopes);

    internal sealed class Mapping : IEntityTypeConfiguration<ApiToken>
    {
        public void Configure(EntityTypeBuilder<ApiToken> token)
        {
            token.HasKey(t => t.Id);
            token.HasOne<Account>().WithMany().HasForeignKey(t => t.AccountId);
            token.Ignore(t => t.Allowed);
        }
    }
}
