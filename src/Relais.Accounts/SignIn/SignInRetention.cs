using Microsoft.EntityFrameworkCore;
using Relais.Kernel.Data;
using Relais.Kernel.Retention;

namespace Relais.Accounts.SignIn;

/// <summary>Forgets tries at signing in that no limit counts any more.</summary>
internal sealed class SignInAttemptRetention(RelaisDb db) : IRetentionRule
{
    public string Key => "accounts.sign-in-attempts";

    public Task<int> ApplyAsync(DateTimeOffset endedBefore, CancellationToken cancellation) => db.InTransactionAsync(
        () => db.Set<SignInAttempt>().Where(attempt => attempt.At < endedBefore).ExecuteDeleteAsync(cancellation), cancellation);
}

/// <summary>Forgets links that expired long ago, and the addresses that they hold.</summary>
internal sealed class AddressProofRetention(RelaisDb db) : IRetentionRule
{
    public string Key => "accounts.address-proofs";

    public Task<int> ApplyAsync(DateTimeOffset endedBefore, CancellationToken cancellation) => db.InTransactionAsync(
        () => db.Set<AddressProof>().Where(proof => proof.ExpiresAt < endedBefore).ExecuteDeleteAsync(cancellation), cancellation);
}
