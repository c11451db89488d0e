using System.Linq.Expressions;
using Microsoft.EntityFrameworkCore;

namespace Relais.Tests.Infrastructure;

internal static class Eventually
{
    /// <summary>Waits for what happens in the background, and fails with a sentence if it does not.</summary>
    public static async Task TrueAsync(Func<Task<bool>> holds, string otherwise, int withinSeconds = 20)
    {
        var clock = System.Diagnostics.Stopwatch.StartNew();
        while (!await holds())
        {
            Assert.True(clock.Elapsed < TimeSpan.FromSeconds(withinSeconds), $"after {withinSeconds} seconds {otherwise}");
            await Task.Delay(20, TestContext.Current.CancellationToken);
        }
    }

    public static Task TrueAsync(Func<bool> holds, string otherwise, int withinSeconds = 20) =>
        TrueAsync(() => Task.FromResult(holds()), otherwise, withinSeconds);

    public static Task<List<T>> ReadAsync<T>(this Node node, Expression<Func<T, bool>> which)
        where T : class =>
        node.WithDbAsync(db => db.Set<T>().AsNoTracking().Where(which).ToListAsync());

    public static Task<int> SqlAsync(this Node node, FormattableString sql) =>
        node.WithDbAsync(db => db.InTransactionAsync(() => db.Database.ExecuteSqlAsync(sql), TestContext.Current.CancellationToken));
}
