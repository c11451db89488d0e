using System.Collections.Concurrent;
using Microsoft.Extensions.DependencyInjection;
using Relais.Kernel.Data;
using Relais.Kernel.Jobs;
using Relais.Tests.Infrastructure;

namespace Relais.Tests.Jobs;

/// <summary>A job that does what the test says and counts.</summary>
internal sealed record Errand(int Number) : IJob
{
    public static string Kind => "errand";
}

internal sealed class Errands
{
    public ConcurrentBag<int> Done { get; } = [];

    public Func<Errand, CancellationToken, Task> Do { get; set; } = (_, _) => Task.CompletedTask;

    public void AddTo(IServiceCollection services)
    {
        services.AddSingleton(this);
        services.AddJob<Errand, Handler>();
    }

    private sealed class Handler(Errands errands) : IJobHandler<Errand>
    {
        public async Task HandleAsync(Errand job, CancellationToken cancellation)
        {
            await errands.Do(job, cancellation);
            errands.Done.Add(job.Number);
        }
    }
}

internal static class JobTables
{
    /// <summary>Adds to the queue in one unit of work.</summary>
    public static async Task QueueAsync(this Node node, Action<JobQueue> add)
    {
        await using var scope = node.Services.CreateAsyncScope();
        add(scope.ServiceProvider.GetRequiredService<JobQueue>());
        await scope.ServiceProvider.GetRequiredService<RelaisDb>().SaveChangesAsync(TestContext.Current.CancellationToken);
    }

    public static Task<List<Job>> JobsAsync(this Node node, string kind = "errand") => node.ReadAsync<Job>(job => job.Kind == kind);
}
