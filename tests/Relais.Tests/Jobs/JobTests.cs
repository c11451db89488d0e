using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Relais.Kernel.Data;
using Relais.Kernel.Jobs;
using Relais.Kernel.Time;
using Relais.Tests.Infrastructure;

namespace Relais.Tests.Jobs;

public class JobTests(PostgresServer postgres)
{
    [Theory, OnEveryEngine]
    public async Task Two_nodes_share_the_work_and_do_it_once(Engine engine)
    {
        const int count = 200;
        var errands = new Errands();
        await using var installation = await Installation.CreateAsync(engine, postgres);
        Node[] nodes = [installation.AddNode(errands.AddTo), installation.AddNode(errands.AddTo)];
        _ = nodes[1].Services;

        await nodes[0].QueueAsync(queue =>
        {
            for (var number = 0; number < count; number++)
            {
                queue.Add(new Errand(number));
            }
        });

        await Eventually.TrueAsync(() => errands.Done.Count >= count, "some jobs still wait", withinSeconds: 60);
        await Eventually.TrueAsync(async () => (await nodes[0].JobsAsync()).TrueForAll(job => job.State is JobState.Done), "some jobs are not marked done");
        Assert.Equal(Enumerable.Range(0, count), errands.Done.Order());
        Assert.All(await nodes[0].JobsAsync(), job => Assert.Equal((1, null), (job.Attempts, job.LeaseToken)));
    }

    [Theory, OnEveryEngine]
    public async Task A_job_with_a_key_is_added_once_whoever_adds_it(Engine engine)
    {
        await using var installation = await Installation.CreateAsync(engine, postgres);
        Node[] nodes = [installation.AddNode(new Errands().AddTo), installation.AddNode(new Errands().AddTo)];
        var later = DateTimeOffset.UtcNow.AddDays(1);

        await Task.WhenAll(Enumerable.Range(0, 8).Select(index => nodes[index % 2].QueueAsync(queue =>
        {
            queue.AddOnce(new Errand(index), "same", later);
            queue.AddOnce(new Errand(index), "same", later);
            queue.AddOnce(new Errand(index), $"other {index}", later);
            queue.Add(new Errand(index), later);
        })));

        var jobs = await nodes[0].JobsAsync();
        Assert.Single(jobs, job => job.OnceKey == "same");
        Assert.Equal(17, jobs.Count);
    }

    [Theory, OnEveryEngine]
    public async Task A_job_exists_only_if_the_change_that_caused_it_does(Engine engine)
    {
        await using var installation = await Installation.CreateAsync(engine, postgres);
        var node = installation.AddNode(new Errands().AddTo);
        await using var scope = node.Services.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<RelaisDb>();
        var queue = scope.ServiceProvider.GetRequiredService<JobQueue>();

        await Assert.ThrowsAsync<InvalidTimeZoneException>(() => db.InTransactionAsync(
            async () =>
            {
                queue.Add(new Errand(1));
                queue.AddOnce(new Errand(2), "key");
                await db.SaveChangesAsync();
                throw new InvalidTimeZoneException("the change is refused");
            },
            TestContext.Current.CancellationToken));

        Assert.Empty(await node.JobsAsync());
    }

    [Theory, OnEveryEngine]
    public async Task A_job_due_later_is_done_when_its_time_comes(Engine engine)
    {
        var errands = new Errands();
        var clock = new SettableClock();
        await using var installation = await Installation.CreateAsync(engine, postgres);
        var node = installation.AddNode(services =>
        {
            services.Replace(ServiceDescriptor.Singleton<TimeProvider>(clock));
            errands.AddTo(services);
        });

        await node.QueueAsync(queue => queue.Add(new Errand(1), clock.GetUtcNow().AddSeconds(1)));
        await node.QueueAsync(queue => queue.Add(new Errand(2), clock.GetUtcNow().AddDays(2)));
        await Eventually.TrueAsync(() => errands.Done.Contains(1), "the job due in a second waits");
        Assert.DoesNotContain(2, errands.Done);

        clock.Set(clock.GetUtcNow().AddDays(2));

        await Eventually.TrueAsync(() => errands.Done.Contains(2), "the job due in two days waits", withinSeconds: 5);
    }

    [Theory, OnEveryEngine]
    public async Task What_recurs_is_done_once_per_period_for_all_nodes(Engine engine)
    {
        var rounds = new Rounds();
        var clock = new SettableClock();
        clock.Set(new DateTimeOffset(2026, 7, 14, 10, 30, 0, TimeSpan.Zero));
        await using var installation = await Installation.CreateAsync(engine, postgres);
        Node[] nodes = [installation.AddNode(Configure), installation.AddNode(Configure)];
        _ = nodes[1].Services;

        await Eventually.TrueAsync(() => rounds.Count is 1, "the first round is not done");
        clock.Set(new DateTimeOffset(2026, 7, 14, 11, 0, 1, TimeSpan.Zero));
        await Eventually.TrueAsync(() => rounds.Count is 2, "the second round is not done");

        await Task.Delay(300, TestContext.Current.CancellationToken);
        Assert.Equal(["2026-07-14T10:00:00Z", "2026-07-14T11:00:00Z"], (await nodes[0].JobsAsync("round")).Select(job => job.OnceKey).Order());
        Assert.Equal(2, rounds.Count);

        void Configure(IServiceCollection services)
        {
            services.Replace(ServiceDescriptor.Singleton<TimeProvider>(clock));
            services.AddSingleton(rounds);
            services.AddRecurringJob<Round, Rounds.Handler>(TimeSpan.FromHours(1));
        }
    }

    [Theory, OnEveryEngine]
    public async Task Jobs_done_a_week_ago_are_forgotten_and_dead_ones_are_not(Engine engine)
    {
        var clock = new SettableClock();
        await using var installation = await Installation.CreateAsync(engine, postgres);
        var node = installation.AddNode(services =>
        {
            services.Replace(ServiceDescriptor.Singleton<TimeProvider>(clock));
            new Errands().AddTo(services);
        });
        await node.QueueAsync(queue => queue.Add(new Errand(1)));
        await node.QueueAsync(queue => queue.Add(new Errand(2)));
        await Eventually.TrueAsync(async () => (await node.JobsAsync()).TrueForAll(job => job.State is JobState.Done), "the jobs are not done");
        await node.SqlAsync($"UPDATE job SET state = 'Dead' WHERE kind = 'errand' AND payload LIKE '%2%'");

        clock.Set(clock.GetUtcNow() + TimeSpan.FromDays(9));

        await Eventually.TrueAsync(async () => (await node.JobsAsync()).Count is 1, "the old job is still there");
        Assert.Equal(JobState.Dead, Assert.Single(await node.JobsAsync()).State);
    }

    internal sealed record Round : IJob
    {
        public static string Kind => "round";
    }

    internal sealed class Rounds
    {
        private int _count;

        public int Count => _count;

        internal sealed class Handler(Rounds rounds) : IJobHandler<Round>
        {
            public Task HandleAsync(Round job, CancellationToken cancellation)
            {
                Interlocked.Increment(ref rounds._count);
                return Task.CompletedTask;
            }
        }
    }
}
