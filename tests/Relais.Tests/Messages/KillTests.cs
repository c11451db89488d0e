using System.Globalization;
using Microsoft.Extensions.DependencyInjection;
using Relais.Accounts.Contracts;
using Relais.Accounts.People;
using Relais.Accounts.SignIn;
using Relais.Kernel.Data;
using Relais.Kernel.Messages;
using Relais.Tests.Infrastructure;

namespace Relais.Tests.Messages;

/// <summary>
/// The product itself (<c>relais worker</c>) in a process that is killed over and over while it sends to a real mail
/// server in another process. Every other kill falls as the server answers 250: after it took charge of the message and
/// before we could write that down. PostgreSQL waits for the disk at each commit, as in production.
/// </summary>
public sealed class KillTests(PostgresServer postgres)
{
    private const int Count = 1000;
    private const int Kills = 20;
    private static readonly TimeSpan ResumesWithin = TimeSpan.FromSeconds(30);

    [Theory, OnEveryEngine]
    public async Task Twenty_kills_lose_nothing_and_repeat_at_most_what_was_in_flight(Engine engine)
    {
        await using var server = await SmtpServer.StartAsync();
        await using var cluster = engine is Engine.Postgres ? await PostgresCluster.StartAsync(durable: true) : null;
        await using var installation = await Installation.CreateAsync(Engine.Sqlite, postgres);
        var connectionString = cluster is null ? installation.ConnectionString : await cluster.CreateDatabaseAsync();
        await using var node = new Node(connectionString, settings: ("Workers:Enabled", "false"));
        var ids = await QueueAsync(node);
        var inFlight = new List<(string Id, int Taken)>();
        var starts = new List<DateTimeOffset>();
        var chance = new Random(20_260_714);

        for (var kill = 0; kill < Kills; kill++)
        {
            await using var worker = WorkerProcess.Start(connectionString, server);
            await server.KillAtAsync(worker.Id, after: chance.Next(1, 41), delayMilliseconds: kill % 2 is 0 ? 0 : chance.Next(1, 20), TestContext.Current.CancellationToken);
            inFlight.Add((server.Taken[^1], server.Taken.Count));
            starts.Add(await worker.Started);
        }

        await using var last = WorkerProcess.Start(connectionString, server);
        await Eventually.TrueAsync(
            async () => (await node.MessagesAsync()).TrueForAll(message => message.State is MessageState.Sent), "some messages are not sent", withinSeconds: 180);

        var taken = server.Taken;
        var times = server.Times;
        Assert.Equal(ids.Order(StringComparer.Ordinal), taken.Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal));

        var repeats = taken.GroupBy(id => id, StringComparer.Ordinal).Where(group => group.Count() > 1).ToList();
        Assert.All(repeats, repeat => Assert.InRange(repeat.Count() - 1, 1, inFlight.Count(kill => kill.Id == repeat.Key)));
        Assert.NotEmpty(repeats);

        starts.Add(await last.Started);
        var silences = inFlight.Zip(starts.Skip(1), (kill, start) => times[kill.Taken] - (start > times[kill.Taken - 1] ? start : times[kill.Taken - 1])).ToList();
        var sinceKills = inFlight.ConvertAll(kill => times[kill.Taken] - times[kill.Taken - 1]);
        Assert.All(silences, silence => Assert.True(silence <= ResumesWithin, $"nothing was sent for {silence}"));
        TestContext.Current.TestOutputHelper?.WriteLine(string.Create(
            CultureInfo.InvariantCulture, $"{engine}: {Kills} kills, {taken.Count - Count} repeats, resumed within {silences.Max().TotalSeconds:0.0} s of the start, {sinceKills.Max().TotalSeconds:0.0} s of the kill"));
    }

    /// <returns>The Message-IDs to come.</returns>
    private static async Task<List<string>> QueueAsync(Node node)
    {
        var now = DateTimeOffset.UtcNow;
        await using var scope = node.Services.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<RelaisDb>();
        var outbox = scope.ServiceProvider.GetRequiredService<Outbox>();
        var person = new Person(new PersonId(Guid.CreateVersion7()), "Ana", "Essai", "fr", now);
        db.Add(person);
        for (var number = 0; number < Count; number++)
        {
            var proof = new AddressProof
            {
                Purpose = ProofPurpose.SignIn,
                Kind = AddressKind.Email,
                Value = string.Create(CultureInfo.InvariantCulture, $"essai{number}@exemple.fr"),
                AskedAt = now,
                ExpiresAt = now.AddHours(2),
            };
            db.Add(proof);
            outbox.Add(person.Id.Value, new SignInLinkMessage(proof.Id));
        }

        await db.SaveChangesAsync(TestContext.Current.CancellationToken);
        return [.. (await node.MessagesAsync()).Select(message => $"<{message.Id:N}@exemple.fr>")];
    }
}
