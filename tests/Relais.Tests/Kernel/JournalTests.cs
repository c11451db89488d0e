using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Relais.Kernel.Data;
using Relais.Kernel.Journal;
using Relais.Tests.Infrastructure;

namespace Relais.Tests.Kernel;

public class JournalTests(PostgresServer postgres)
{
    [Theory, OnEveryEngine]
    public async Task Batches_are_sealed_by_several_nodes_at_once_and_the_chain_holds(Engine engine)
    {
        var cancellation = TestContext.Current.CancellationToken;
        await using var installation = await Installation.CreateAsync(engine, postgres);
        var nodes = new[] { installation.AddNode(), installation.AddNode() };
        await WriteAsync(nodes[0], 50);

        var sealedEntries = await Task.WhenAll(Enumerable.Range(0, 20).Select(turn => Task.Run(() => WithChainAsync(nodes[turn % 2], chain => chain.SealAsync(7, cancellation)))));

        Assert.Equal(50, sealedEntries.Sum());
        Assert.True((await VerifyAsync(nodes[1])).IsWhole);
    }

    [Theory, OnEveryEngine]
    public async Task The_journal_takes_no_change(Engine engine)
    {
        await using var installation = await Installation.CreateAsync(engine, postgres);
        var node = installation.AddNode();
        await WriteAsync(node, 1);

        foreach (var sql in new[] { "UPDATE journal_entry SET action = 'other'", "DELETE FROM journal_entry" })
        {
            var refusal = await Assert.ThrowsAnyAsync<Exception>(() => node.WithDbAsync(db => db.Database.ExecuteSqlRawAsync(sql)));
            Assert.True(refusal.RefusedBy("journal_append_only"), refusal.Message);
        }
    }

    private static Task<int> WriteAsync(Node node, int entries) => node.WithDbAsync(db =>
    {
        var writer = new JournalWriter(db, new Nobody(), TimeProvider.System);
        for (var entry = 0; entry < entries; entry++)
        {
            writer.Record("test.done", "test", Guid.CreateVersion7());
        }

        return db.SaveChangesAsync();
    });

    private static async Task<JournalReport> VerifyAsync(Node node) =>
        Assert.Single(await node.Services.GetRequiredService<JournalAudit>().VerifyAsync(known: null, TestContext.Current.CancellationToken));

    private static async Task<T> WithChainAsync<T>(Node node, Func<JournalChain, Task<T>> work)
    {
        await using var scope = node.Services.CreateAsyncScope();
        return await work(scope.ServiceProvider.GetRequiredService<JournalChain>());
    }

    private sealed class Nobody : ICurrentActor
    {
        public Guid? AccountId => null;

        public string Means => "job";
    }
}
