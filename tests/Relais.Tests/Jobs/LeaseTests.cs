using Microsoft.Extensions.DependencyInjection;
using Relais.Kernel.Data;
using Relais.Kernel.Jobs;
using Relais.Kernel.Queues;
using Relais.Tests.Infrastructure;

namespace Relais.Tests.Jobs;

public class LeaseTests(PostgresServer postgres)
{
    [Theory, OnEveryEngine]
    public async Task A_worker_that_lost_its_lease_cannot_end_the_job(Engine engine)
    {
        var errands = new Errands();
        var started = new TaskCompletionSource();
        var goOn = new TaskCompletionSource();
        await using var installation = await Installation.CreateAsync(engine, postgres);
        var node = installation.AddNode(errands.AddTo);
        errands.Do = async (_, _) =>
        {
            started.SetResult();
            await goOn.Task;
        };
        await node.QueueAsync(queue => queue.Add(new Errand(1)));
        await started.Task.WaitAsync(TimeSpan.FromSeconds(20), TestContext.Current.CancellationToken);

        var other = Guid.CreateVersion7();
        await node.SqlAsync($"UPDATE job SET lease_token = {other} WHERE kind = 'errand'");
        goOn.SetResult();

        await Eventually.TrueAsync(() => errands.Done.Contains(1), "the handler is still at work");
        await Task.Delay(300, TestContext.Current.CancellationToken);
        var job = Assert.Single(await node.JobsAsync());
        Assert.Equal((JobState.Waiting, other), (job.State, job.LeaseToken));
    }

    [Theory, OnEveryEngine]
    public async Task A_lease_is_renewed_while_the_handler_works_and_taken_over_once_it_lapsed(Engine engine)
    {
        var errands = new Errands();
        var attempts = 0;
        await using var installation = await Installation.CreateAsync(engine, postgres);
        var node = installation.AddNode(errands.AddTo);
        errands.Do = async (_, interruption) =>
        {
            if (Interlocked.Increment(ref attempts) is 1)
            {
                await Task.Delay(Timeout.Infinite, interruption);
            }
        };
        await node.QueueAsync(queue => queue.Add(new Errand(1)));
        await Eventually.TrueAsync(() => attempts is 1, "the job is not taken");
        var first = Assert.Single(await node.JobsAsync());

        await Eventually.TrueAsync(async () => (await node.JobsAsync())[0].LeaseUntil > first.LeaseUntil, "the lease is not renewed", withinSeconds: 10);
        await node.SqlAsync($"UPDATE job SET lease_until = {(engine is Engine.Postgres ? DateTimeOffset.UtcNow.AddSeconds(-1) : "2020-01-01T00:00:00.000000Z")} WHERE kind = 'errand'");

        await Eventually.TrueAsync(async () => (await node.JobsAsync())[0].State is JobState.Done, "nobody took the job over");
        var last = Assert.Single(await node.JobsAsync());
        Assert.Equal((2, 2), (attempts, last.Attempts));
    }

    [Theory, OnEveryEngine]
    public async Task A_worker_whose_lease_is_gone_is_told_to_stop(Engine engine)
    {
        await using var installation = await Installation.CreateAsync(engine, postgres);
        var node = installation.AddNode();
        await using var lease = new Lease(node.Services.GetRequiredService<DatabaseCatalog>()[Database.Main], QueueName.Job);

        Assert.True(lease.IsHeld);
        await Eventually.TrueAsync(() => lease.Lost.IsCancellationRequested, "the worker does not know", withinSeconds: 7);

        Assert.False(lease.IsHeld);
    }

    [Theory, OnEveryEngine]
    public async Task A_node_that_stops_gives_its_jobs_back_at_once(Engine engine)
    {
        var errands = new Errands();
        var started = new TaskCompletionSource();
        await using var installation = await Installation.CreateAsync(engine, postgres);
        var stopping = installation.AddNode(errands.AddTo);
        errands.Do = async (_, interruption) =>
        {
            started.SetResult();
            await Task.Delay(Timeout.Infinite, interruption);
        };
        await stopping.QueueAsync(queue => queue.Add(new Errand(1)));
        await started.Task.WaitAsync(TimeSpan.FromSeconds(20), TestContext.Current.CancellationToken);

        await stopping.DisposeAsync();

        var job = Assert.Single(await installation.AddNode().JobsAsync());
        Assert.Equal((JobState.Waiting, null, 0), (job.State, job.LeaseToken, job.Attempts));
    }
}
