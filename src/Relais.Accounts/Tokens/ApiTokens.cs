using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;
using Microsoft.EntityFrameworkCore;
using Relais.Accounts.Contracts;
using Relais.Accounts.SignIn;
using Relais.Kernel.Data;
using Relais.Kernel.Journal;

namespace Relais.Accounts.Tokens;

/// <param name="Account">For whom the token acts.</param>
/// <param name="Scopes">What it may be used for.</param>
internal sealed record TokenReading(Account Account, IReadOnlyList<TokenScope> Scopes);

internal sealed class ApiTokens(RelaisDb db, JournalWriter journal, TimeProvider clock)
{
    /// <summary>So that a token that leaked is recognised for what it is.</summary>
    private const string Prefix = "relais_";

    public const int SecretLength = 32;

    public static readonly TimeSpan LastsFor = TimeSpan.FromDays(365);

    /// <summary>Joins the caller's unit of work.</summary>
    /// <returns>The token, which can never be read again.</returns>
    public string Issue(AccountId account, string name, IEnumerable<TokenScope> scopes, ReadOnlySpan<byte> secret = default)
    {
        var token = Prefix + Base64Url.EncodeToString(secret.IsEmpty ? RandomNumberGenerator.GetBytes(SecretLength) : secret);
        var now = clock.GetUtcNow();
        var kept = new ApiToken
        {
            AccountId = account,
            Name = name,
            Hash = Hash(token),
            Scopes = string.Join(' ', scopes),
            CreatedAt = now,
            ExpiresAt = now + LastsFor,
        };
        db.Add(kept);
        journal.Record("token.issued", "api_token", kept.Id, kept.Scopes);
        return token;
    }

    public async Task<bool> RevokeAsync(AccountId account, Guid token, CancellationToken cancellation)
    {
        var kept = await db.Set<ApiToken>().SingleOrDefaultAsync(t => t.Id == token && t.AccountId == account && t.RevokedAt == null, cancellation);
        if (kept is null)
        {
            return false;
        }

        kept.RevokedAt = clock.GetUtcNow();
        journal.Record("token.revoked", "api_token", kept.Id);
        return true;
    }

    public async Task<IReadOnlyList<ApiToken>> ListAsync(AccountId account, CancellationToken cancellation) => await db.Set<ApiToken>().AsNoTracking()
        .Where(token => token.AccountId == account && token.RevokedAt == null)
        .OrderByDescending(token => token.Id)
        .ToListAsync(cancellation);

    public async Task<TokenReading?> ReadAsync(string token, CancellationToken cancellation)
    {
        var hash = Hash(token);
        var now = clock.GetUtcNow();
        var known = await db.Set<ApiToken>().AsNoTracking()
            .Where(kept => kept.Hash == hash && kept.RevokedAt == null && kept.ExpiresAt > now)
            .Join(db.Set<Account>().AsNoTracking(), kept => kept.AccountId, account => account.Id, (kept, account) => new { kept, account })
            .SingleOrDefaultAsync(cancellation);
        if (known is null)
        {
            return null;
        }

        await NoteUseAsync(known.kept, DateOnly.FromDateTime(now.UtcDateTime), cancellation);
        return new TokenReading(known.account, known.kept.Allowed);
    }

    /// <summary>Once a day: a write for each request would make a queue of them.</summary>
    private async Task NoteUseAsync(ApiToken token, DateOnly today, CancellationToken cancellation)
    {
        if (token.LastUsedOn != today)
        {
            await db.InTransactionAsync(
                () => db.Set<ApiToken>().Where(kept => kept.Id == token.Id).ExecuteUpdateAsync(kept => kept.SetProperty(t => t.LastUsedOn, today), cancellation),
                cancellation);
        }
    }

    private static string Hash(string token) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(token)));
}
