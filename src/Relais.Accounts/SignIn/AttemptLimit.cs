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
internal sealed class AttemptLimit(RelaisDb db, TimeProvider clock) : IAttempts
{
    /// <summary>Counts a try.</summary>
    /// <returns>Until when further tries are refused, or nothing when this one may go on.</returns>
    public async Task<DateTimeOffset?> TakeAsync(AttemptRule rule, ContactPoint address, IPAddress? network, CancellationToken cancellation)
    {
        var byAddress = Hash(address.Value);
        var byNetwork = Hash(network?.ToString() ?? "");
        if (await FullUntilAsync(rule.Kind, byAddress, rule.MostByAddress, rule.Within, cancellation) is { } addressUntil)
        {
            return addressUntil;
        }

        if (await FullUntilAsync(rule.Kind, byNetwork, rule.MostByNetwork, rule.Within, cancellation) is { } networkUntil)
        {
            return networkUntil;
        }

        // Written before it is counted again: tries made at the same instant see each other.
        db.Add(new SignInAttempt { Kind = rule.Kind, Subject = byAddress, At = clock.GetUtcNow() });
        db.Add(new SignInAttempt { Kind = rule.Kind, Subject = byNetwork, At = clock.GetUtcNow() });
        await db.SaveChangesAsync(cancellation);
        return await FullUntilAsync(rule.Kind, byAddress, rule.MostByAddress + 1, rule.Within, cancellation);
    }

    public async Task<DateTimeOffset?> TakeAsync(string kind, string subject, int most, TimeSpan within, CancellationToken cancellation)
    {
        var counted = Hash(subject);
        if (await FullUntilAsync(kind, counted, most, within, cancellation) is { } until)
        {
            return until;
        }

        db.Add(new SignInAttempt { Kind = kind, Subject = counted, At = clock.GetUtcNow() });
        await db.SaveChangesAsync(cancellation);
        return await FullUntilAsync(kind, counted, most + 1, within, cancellation);
    }

    /// <summary>Whoever signed in starts afresh.</summary>
    public Task ForgetAsync(AttemptRule rule, ContactPoint address, CancellationToken cancellation)
    {
        var subject = Hash(address.Value);
        return db.InTransactionAsync(
            () => db.Set<SignInAttempt>().Where(attempt => attempt.Kind == rule.Kind && attempt.Subject == subject).ExecuteDeleteAsync(cancellation),
            cancellation);
    }

    private async Task<DateTimeOffset?> FullUntilAsync(string kind, string subject, int most, TimeSpan within, CancellationToken cancellation)
    {
        var since = clock.GetUtcNow() - within;
        var latest = await db.Set<SignInAttempt>().AsNoTracking()
            .Where(attempt => attempt.Subject == subject && attempt.Kind == kind && attempt.At > since)
            .OrderByDescending(attempt => attempt.At)
            .Take(most)
            .Select(attempt => attempt.At)
            .ToListAsync(cancellation);
        return latest.Count < most ? null : latest[^1] + within;
    }

    private static string Hash(string subject) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes($"relais/{subject}")))[..32];
}
