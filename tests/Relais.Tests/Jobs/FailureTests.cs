using Microsoft.Extensions.DependencyInjection;
using Relais.Kernel.Data;
using Relais.Kernel.Jobs;
using Relais.Tests.Infrastructure;

namespace Relais.Tests.Jobs;

public class FailureTests(PostgresServer postgres)
{
    [Theory, OnEveryEngine]
    public async Task A_job_that_fails_is_tried_again_after_a_while(Engine engine)
    {
        var errands = new Errands();
        var attempts = 0;
        await using var installation = await Installation.CreateAsync(engine, postgres);
        var node = installation.AddNode(errands.AddTo);
        errands.Do = (_, _) => Interlocked.Increment(ref attempts) is 1 ? throw new InvalidOperationException("Mme Le Goff") : Task.CompletedTask;

        await node.QueueAsync(queue => queue.Add(new Errand(1)));

        await Eventually.TrueAsync(() => attempts is 1, "the job is not tried");
        await Eventually.TrueAsync(async () => (await node.JobsAsync())[0].LastError is not null, "the failure is not recorded");
        var failed = Assert.Single(await node.JobsAsync());
        Assert.Equal(JobState.Waiting, failed.State);
        Assert.Contains("InvalidOperationException", failed.LastError, StringComparison.Ordinal);
        Assert.DoesNotContain("Goff", failed.LastError, StringComparison.Ordinal);
        await Eventually.TrueAsync(async () => (await node.JobsAsync())[0].State is JobState.Done, "the job is not tried again");
    }

    [Theory, OnEveryEngine]
    public async Task A_job_that_always_fails_is_set_aside_for_somebody_to_look(Engine engine)
    {
        var errands = new Errands { Do = (_, _) => throw new InvalidOperationException() };
        await using var installation = await Installation.CreateAsync(engine, postgres);
        var node = installation.AddNode(errands.AddTo);
        await node.QueueAsync(queue => queue.Add(new Errand(1), DateTimeOffset.UtcNow.AddSeconds(2)));
        await node.SqlAsync($"UPDATE job SET attempts = {JobWorker.MostAttempts - 1} WHERE kind = 'errand'");
        await Eventually.TrueAsync(async () => (await node.JobsAsync())[0].State is JobState.Dead, "the job is still tried");

        await using var scope = node.Services.CreateAsyncScope();
        var dead = scope.ServiceProvider.GetRequiredService<DeadJobs>();
        var job = Assert.Single(await dead.ListAsync(10, TestContext.Current.CancellationToken));
        Assert.Equal(("errand", JobWorker.MostAttempts), (job.Kind, job.Attempts));

        errands.Do = (_, _) => Task.CompletedTask;
        Assert.True(await dead.TryAgainAsync(job.Id, TestContext.Current.CancellationToken));

        await Eventually.TrueAsync(() => errands.Done.Contains(1), "the new life has no effect");
    }

    [Fact]
    public void Waits_double_up_to_the_ceiling_and_differ()
    {
        var delay = new RetryDelay(TimeSpan.FromSeconds(2), TimeSpan.FromHours(1));

        Assert.All(Enumerable.Range(1, 60), attempt =>
        {
            var longest = Math.Min(2 * Math.Pow(2, attempt - 1), 3600);
            Assert.InRange(delay.After(attempt).TotalSeconds, longest * 0.75, longest);
        });
        Assert.True(Enumerable.Range(0, 20).Select(_ => delay.After(5)).Distinct().Count() > 1);
    }
}
