using Microsoft.EntityFrameworkCore;
using Relais.Kernel.Data;
using Relais.Kernel.Retention;

namespace Relais.Accounts.Passkeys;

/// <summary>Forgets challenges that are too old to be answered anyway.</summary>
internal sealed class AnsweredChallengeRetention(RelaisDb db) : IRetentionRule
{
    public string Key => "accounts.answered-challenges";

    public Task<int> ApplyAsync(DateTimeOffset endedBefore, CancellationToken cancellation) => db.InTransactionAsync(
        () => db.Set<AnsweredChallenge>().Where(challenge => challenge.AnsweredAt < endedBefore).ExecuteDeleteAsync(cancellation),
        cancellation);
}
