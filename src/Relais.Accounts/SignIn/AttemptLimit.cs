using System.Net;
using System.Security.Cryptography;
using System.Text;
using Microsoft.EntityFrameworkCore;
using Relais.Accounts.Contracts;
using Relais.Kernel.Data;

namespace Relais.Accounts.SignIn;

/// <summary>So many tries in so long, for one address and for one network.</summary>
internal sealed record AttemptRule(string Kind, int MostByAddress, int MostByNetwork, TimeSpan Within)
{
    public static readonly AttemptRule Password = new("password", MostByAddress: 5, MostByNetwork: 60, TimeSpan.FromMinutes(15));
    public static readonly AttemptRule Link = new("link", MostByAddress: 5, MostByNetwork: 40, TimeSpan.FromHours(1));
}

/// <summary>
/// Counts tries in the database, so that all nodes count together. An address that nobody has is counted like the
/// others: being stopped says nothing about it.
/// </summary>
internal sealed class AttemptLimit(RelaisDb db, TimeProvider clock)
{
    /// <summary>Counts a try.</summary>
    /// <returns>Until when further tries are refused, or nothing when this one may go on.</returns>
    public async Task<DateTimeOffset?> TakeAsync(AttemptRule rule, ContactPoint address, IPAddress? network, CancellationToken cancellation)
    {
        var byAddress = Hash(address.Value);
        var byNetwork = Hash(network?.ToString() ?? "");
        if (await FullUntilAsync(rule, byAddress, rule.MostByAddress, cancellation) is { } addressUntil)
        {
            return addressUntil;
        }

        if (await FullUntilAsync(rule, byNetwork, rule.MostByNetwork, cancellation) is { } networkUntil)
        {
            return networkUntil;
        }

        // Written before it is counted again: tries made at the same instant see each other.
        db.Add(new SignInAttempt { Kind = rule.Kind, Subject = byAddress, At = clock.GetUtcNow() });
        db.Add(new SignInAttempt { Kind = rule.Kind, Subject = byNetwork, At = clock.GetUtcNow() });
        await db.SaveChangesAsync(cancellation);
        return await FullUntilAsync(rule, byAddress, rule.MostByAddress + 1, cancellation);
    }

    /// <summary>Whoever signed in starts afresh.</summary>
    public Task ForgetAsync(AttemptRule rule, ContactPoint address, CancellationToken cancellation)
    {
        var subject = Hash(address.Value);
        return db.InTransactionAsync(
            () => db.Set<SignInAttempt>().Where(attempt => attempt.Kind == rule.Kind && attempt.Subject == subject).ExecuteDeleteAsync(cancellation),
            cancellation);
    }

    private async Task<DateTimeOffset?> FullUntilAsync(AttemptRule rule, string subject, int most, CancellationToken cancellation)
    {
        var since = clock.GetUtcNow() - rule.Within;
        var latest = await db.Set<SignInAttempt>().AsNoTracking()
            .Where(attempt => attempt.Subject == subject && attempt.Kind == rule.Kind && attempt.At > since)
            .OrderByDescending(attempt => attempt.At)
            .Take(most)
            .Select(attempt => attempt.At)
            .ToListAsync(cancellation);
        return latest.Count < most ? null : latest[^1] + rule.Within;
    }

    private static string Hash(string subject) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes($"relais/{subject}")))[..32];
}
