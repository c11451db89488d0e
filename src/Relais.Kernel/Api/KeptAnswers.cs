using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Relais.Kernel.Data;

namespace Relais.Kernel.Api;

/// <summary>Reserves keys and keeps answers, in units of work of its own: the endpoint's may be rolled back.</summary>
internal sealed class KeptAnswers(IServiceScopeFactory scopes, TimeProvider clock)
{
    /// <summary>A request that has not answered after this long died with its node: the next may run.</summary>
    private static readonly TimeSpan Longest = TimeSpan.FromMinutes(1);

    /// <returns>Nothing when the key is now reserved for the caller; otherwise what is known of the first request.</returns>
    public Task<KeptAnswer?> ReserveAsync(string owner, string key, string request, CancellationToken cancellation) => WithDbAsync(
        db => db.InTransactionAsync(
            async () =>
            {
                var now = clock.GetUtcNow();
                var isNew = await db.Database.ExecuteSqlAsync(
                    $"INSERT INTO kept_answer (owner, key, request, started_at) VALUES ({owner}, {key}, {request}, {db.Parameter(now)}) ON CONFLICT (owner, key) DO NOTHING",
                    cancellation) is 1;
                if (isNew)
                {
                    return null;
                }

                var first = await db.Set<KeptAnswer>().SingleAsync(answer => answer.Owner == owner && answer.Key == key, cancellation);
                if (first.Status is null && first.Request == request && first.StartedAt < now - Longest)
                {
                    first.StartedAt = now;
                    return null;
                }

                return first;
            },
            cancellation));

    public Task KeepAsync(string owner, string key, int status, string? mediaType, string? location, byte[] body) => WithDbAsync(
        db => db.InTransactionAsync(
            () => db.Set<KeptAnswer>().Where(answer => answer.Owner == owner && answer.Key == key).ExecuteUpdateAsync(answer => answer
                .SetProperty(a => a.Status, status)
                .SetProperty(a => a.MediaType, mediaType)
                .SetProperty(a => a.Location, location)
                .SetProperty(a => a.Body, body)),
            CancellationToken.None));

    /// <summary>The request failed: sent again, it runs again.</summary>
    public Task ForgetAsync(string owner, string key) => WithDbAsync(
        db => db.InTransactionAsync(
            () => db.Set<KeptAnswer>().Where(answer => answer.Owner == owner && answer.Key == key).ExecuteDeleteAsync(),
            CancellationToken.None));

    private async Task<T> WithDbAsync<T>(Func<RelaisDb, Task<T>> work)
    {
        await using var scope = scopes.CreateAsyncScope();
        return await work(scope.ServiceProvider.GetRequiredService<RelaisDb>());
    }
}
