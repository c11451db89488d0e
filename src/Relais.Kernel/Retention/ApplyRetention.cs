using Microsoft.Extensions.DependencyInjection;
using Relais.Kernel.Data;
using Relais.Kernel.Jobs;
using Relais.Kernel.Journal;
using Relais.Kernel.Rules;

namespace Relais.Kernel.Retention;

/// <summary>Applies, each day, every rule of retention with the period in force that day.</summary>
internal sealed record ApplyRetention : IJob
{
    public static string Kind => "apply-retention";

    internal sealed class Handler(IServiceScopeFactory scopes, IEnumerable<IRetentionRule> rules, TimeProvider clock) : IJobHandler<ApplyRetention>
    {
        public async Task HandleAsync(ApplyRetention job, CancellationToken cancellation)
        {
            var failures = new List<Exception>();
            foreach (var key in rules.Select(rule => rule.Key))
            {
                try
                {
                    await ApplyAsync(key, cancellation);
                }
#pragma warning disable CA1031 // A rule that fails must not keep the others from being applied; the job itself then fails, and is tried again.
                catch (Exception exception) when (exception is not OperationCanceledException)
#pragma warning restore CA1031
                {
                    failures.Add(exception);
                }
            }

            if (failures.Count > 0)
            {
                throw new AggregateException(failures);
            }
        }

        /// <summary>In a scope of its own: what one rule left half done is not saved by the next.</summary>
        private async Task ApplyAsync(string key, CancellationToken cancellation)
        {
            await using var scope = scopes.CreateAsyncScope();
            var services = scope.ServiceProvider;
            var now = clock.GetUtcNow();
            var period = await services.GetRequiredService<DatedRules>()
                .GetAsync<RetentionPeriod>(RetentionPeriod.Kind, key, DateOnly.FromDateTime(now.UtcDateTime), cancellation);

            var count = await services.GetServices<IRetentionRule>().Single(rule => rule.Key == key).ApplyAsync(now.AddDays(-period.Days), cancellation);
            if (count > 0)
            {
                services.GetRequiredService<JournalWriter>().Record("retention.applied", RetentionPeriod.Kind, key, $"count={count}");
                await services.GetRequiredService<RelaisDb>().SaveChangesAsync(cancellation);
            }
        }
    }
}
