using System.Security.Cryptography;
using System.Text;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.EntityFrameworkCore;
using Relais.Kernel.Data;

namespace Relais.Accounts.Passkeys;

/// <summary>What a page asks of an authenticator.</summary>
/// <param name="Options">For the browser, as JSON.</param>
/// <param name="State">For us, sealed: the form brings it back.</param>
internal sealed record PasskeyQuestion(string Options, string State);

/// <summary>
/// Challenges live in the page that asks, sealed, so that asking writes nothing; the database keeps those that were
/// answered, so that an answer serves once.
/// </summary>
internal sealed class Challenges(RelaisDb db, IDataProtectionProvider protection, TimeProvider clock)
{
    /// <summary>A page left open longer asks anew.</summary>
    public static readonly TimeSpan WorksFor = TimeSpan.FromMinutes(20);

    public string Seal(string purpose, string state) => For(purpose).Protect(state, WorksFor);

    /// <returns>Nothing when it is not ours, or too old.</returns>
    public string? Open(string purpose, string? sealedState)
    {
        try
        {
            return sealedState is null ? null : For(purpose).Unprotect(sealedState);
        }
        catch (CryptographicException)
        {
            return null;
        }
    }

    /// <summary>Call it in the transaction that does what the answer allows.</summary>
    /// <returns>False when this challenge was answered before.</returns>
    public async Task<bool> TakeAsync(string state, CancellationToken cancellation)
    {
        var digest = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(state)));
        return await db.Database.ExecuteSqlAsync(
            $"INSERT INTO answered_challenge (digest, answered_at) VALUES ({digest}, {db.Parameter(clock.GetUtcNow())}) ON CONFLICT (digest) DO NOTHING", cancellation) is 1;
    }

    private ITimeLimitedDataProtector For(string purpose) => protection.CreateProtector("accounts.passkey", purpose).ToTimeLimitedDataProtector();
}
