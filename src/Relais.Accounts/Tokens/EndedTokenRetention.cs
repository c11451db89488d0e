using Microsoft.EntityFrameworkCore;
using Relais.Kernel.Data;
using Relais.Kernel.Retention;

namespace Relais.Accounts.Tokens;

/// <summary>Forgets tokens that have opened nothing for a while.</summary>
internal sealed class EndedTokenRetention(RelaisDb db) : IRetentionRule
{
    public string Key => "accounts.ended-tokens";

    public Task<int> ApplyAsync(DateTimeOffset endedBefore, CancellationToken cancellation) => db.InTransactionAsync(
        () => db.Set<ApiToken>().Where(token => token.ExpiresAt < endedBefore || token.RevokedAt < endedBefore).ExecuteDeleteAsync(cancellation),
        cancellation);
}
