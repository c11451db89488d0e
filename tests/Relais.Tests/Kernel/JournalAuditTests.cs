using System.Diagnostics;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Relais.Kernel.Data;
using Relais.Kernel.Journal;
using Relais.Tests.Infrastructure;
using Relais.Web.Commands;

namespace Relais.Tests.Kernel;

/// <summary>What somebody with the rights of the owner of the database does to the journal, and what is said of it.</summary>
public class JournalAuditTests(PostgresServer postgres)
{
    private const int Lines = 3_000;
    private static readonly string[] Guards = ["journal_entry_no_update", "journal_entry_no_delete", "journal_seal_no_update", "journal_seal_no_delete"];

    [Theory, OnEveryEngine]
    public async Task An_altered_line_is_named_whichever_of_its_columns_was_altered(Engine engine)
    {
        await using var installation = await Installation.CreateAsync(engine, postgres);
        var node = await SealedAsync(installation);
        string[] changes = ["detail = 'x'", "action = 'test.undone'", "at = '2020-01-01T00:00:00.000000Z'", "account_id = id", "means = 'page'", "subject_kind = 'other'", "subject_id = ''", "digest = 'x'"];
        var victims = await node.ReadAsync<JournalEntry>(entry => entry.SealNumber != null);
        for (var change = 0; change < changes.Length; change++)
        {
            await ExecuteAsync(node, $"UPDATE journal_entry SET {changes[change]} WHERE id = {{0}}", victims[change * 300].Id);
        }

        var report = await VerifyAsync(node);

        Assert.Equal(changes.Length, report.BreakCount);
        Assert.Equal(
            Enumerable.Range(0, changes.Length).Select(change => victims[change * 300].Id.ToString()).Order(StringComparer.Ordinal),
            report.Breaks.Select(broken => broken.EntryId!).Order(StringComparer.Ordinal));
        Assert.All(report.Breaks, broken => Assert.Equal(JournalFault.EntryAltered, broken.Fault));
    }

    [Theory, OnEveryEngine]
    public async Task A_line_and_its_digest_altered_together_are_named_by_the_seal(Engine engine)
    {
        await using var installation = await Installation.CreateAsync(engine, postgres);
        var node = await SealedAsync(installation);
        var victim = (await node.ReadAsync<JournalEntry>(entry => entry.SealNumber == 4))[77];
        var digest = (JournalRow.Of(victim) with { Action = "test.undone" }).ComputeDigest();
        await ExecuteAsync(node, "UPDATE journal_entry SET action = 'test.undone', digest = {1} WHERE id = {0}", victim.Id, digest);

        var broken = Assert.Single((await VerifyAsync(node)).Breaks);

        Assert.Equal(new JournalBreak(JournalFault.EntryAltered, 4, victim.Id.ToString(), JournalRow.Printed(victim.At), "test.undone", $"test.done of {JournalRow.Printed(victim.At)}"), broken);
    }

    [Theory, OnEveryEngine]
    public async Task A_removed_line_is_named_with_its_time_and_its_action(Engine engine)
    {
        await using var installation = await Installation.CreateAsync(engine, postgres);
        var node = await SealedAsync(installation);
        var victim = (await node.ReadAsync<JournalEntry>(entry => entry.SealNumber == 3))[42];
        await ExecuteAsync(node, "DELETE FROM journal_entry WHERE id = {0}", victim.Id);

        var broken = Assert.Single((await VerifyAsync(node)).Breaks);

        Assert.Equal(new JournalBreak(JournalFault.EntryRemoved, 3, victim.Id.ToString(), JournalRow.Printed(victim.At), victim.Action), broken);
    }

    [Theory, OnEveryEngine]
    public async Task A_line_added_by_hand_is_named_whether_or_not_it_pretends_to_be_sealed(Engine engine)
    {
        await using var installation = await Installation.CreateAsync(engine, postgres);
        var node = await SealedAsync(installation);
        foreach (var number in new[] { "NULL", "2" })
        {
            await ExecuteAsync(
                node,
                $"INSERT INTO journal_entry (id, at, means, action, subject_kind, subject_id, seal_number) SELECT {{0}}, at, means, 'test.forged', subject_kind, subject_id, {number} FROM journal_entry LIMIT 1",
                Guid.CreateVersion7());
        }

        var report = await VerifyAsync(node);

        Assert.Equal([2, null], report.Breaks.Select(broken => broken.Seal));
        Assert.All(report.Breaks, broken => Assert.Equal((JournalFault.EntryAdded, "test.forged"), (broken.Fault, broken.Action)));
    }

    [Theory, OnEveryEngine]
    public async Task A_line_altered_before_it_is_sealed_stays_found_after(Engine engine)
    {
        await using var installation = await Installation.CreateAsync(engine, postgres);
        var node = await SealedAsync(installation);
        await WriteAsync(node, 3);
        var victim = (await node.ReadAsync<JournalEntry>(entry => entry.SealNumber == null))[1];
        await ExecuteAsync(node, "UPDATE journal_entry SET detail = 'x' WHERE id = {0}", victim.Id);
        Assert.Equal(victim.Id.ToString(), Assert.Single((await VerifyAsync(node)).Breaks).EntryId);

        await SealAsync(node);

        Assert.Equal(victim.Id.ToString(), Assert.Single((await VerifyAsync(node)).Breaks).EntryId);
    }

    [Theory, OnEveryEngine]
    public async Task A_seal_that_is_altered_rewritten_or_removed_is_named(Engine engine)
    {
        await using var installation = await Installation.CreateAsync(engine, postgres);
        var node = await SealedAsync(installation);
        await ExecuteAsync(node, "UPDATE journal_seal SET roll = replace(roll, 'test.done', 'test.undone') WHERE number = 1");
        Assert.Equal(new JournalBreak(JournalFault.SealAltered, 1), Assert.Single((await VerifyAsync(node)).Breaks));

        // Rewritten with a hash of its own: the next one remembers the old.
        var seal = Assert.Single(await node.ReadAsync<JournalSeal>(seal => seal.Number == 1));
        var hash = JournalChain.Hash(1, seal.Entries, seal.PreviousHash, JournalRow.Printed(seal.SealedAt), seal.Roll!);
        await ExecuteAsync(node, "UPDATE journal_seal SET hash = {0} WHERE number = 1", hash);
        Assert.Contains(new JournalBreak(JournalFault.SealAltered, 1), (await VerifyAsync(node)).Breaks);

        await ExecuteAsync(node, engine is Engine.Sqlite ? "PRAGMA foreign_keys = OFF" : "ALTER TABLE journal_entry DROP CONSTRAINT journal_entry_seal_number_fkey");
        await ExecuteAsync(node, engine is Engine.Sqlite ? "PRAGMA foreign_keys = OFF; DELETE FROM journal_seal WHERE number IN (2, 6)" : "DELETE FROM journal_seal WHERE number IN (2, 6)");
        var removed = (await VerifyAsync(node)).Breaks.Where(broken => broken.Fault is JournalFault.SealRemoved).Select(broken => broken.Seal);
        Assert.Equal([2, 6], removed);
    }

    [Theory, OnEveryEngine]
    public async Task A_seal_of_before_the_rolls_still_holds_and_still_breaks(Engine engine)
    {
        await using var installation = await Installation.CreateAsync(engine, postgres);
        var node = installation.AddNode();
        await DisarmAsync(node, engine);
        await WriteAsync(node, 5);
        await ExecuteAsync(node, "UPDATE journal_entry SET digest = NULL, at = '2020-03-23T21:00:00.000000Z' WHERE action = 'test.done'");
        await SealAsync(node);
        var entries = (await node.ReadAsync<JournalEntry>(_ => true)).Select(JournalRow.Of).OrderBy(row => row.Id, StringComparer.Ordinal);
        string?[] fields = [JournalChain.Start, .. entries.SelectMany(row => new[] { row.Id, row.At, row.AccountId, row.Means, row.Action, row.SubjectKind, row.SubjectId, row.Detail })];
        await ExecuteAsync(node, "UPDATE journal_seal SET roll = NULL, hash = {0}", JournalDigest.Of(fields));
        Assert.True((await VerifyAsync(node)).IsWhole);

        await ExecuteAsync(node, "UPDATE journal_entry SET detail = 'x' WHERE id = (SELECT id FROM journal_entry WHERE action = 'test.done' LIMIT 1)");

        Assert.Equal(new JournalBreak(JournalFault.BatchAltered, 1), Assert.Single((await VerifyAsync(node)).Breaks));
    }

    [Theory, OnEveryEngine]
    public async Task The_command_ends_with_0_then_1_and_names_the_line_and_with_2_when_misused(Engine engine)
    {
        await using var installation = await Installation.CreateAsync(engine, postgres);
        var node = await SealedAsync(installation);
        var (whole, before) = await RunAsync("journal", "verify", $"--ConnectionStrings:Relais={installation.ConnectionString}");
        Assert.Equal((0, true), (whole, before.GetProperty("isWhole").GetBoolean()));
        var head = before.GetProperty("journals")[0].GetProperty("head").GetString();
        var last = before.GetProperty("journals")[0].GetProperty("lastSeal").GetInt32();
        Assert.Equal(0, (await RunAsync("journal", "verify", "--known", $"{last}:{head}", $"--ConnectionStrings:Relais={installation.ConnectionString}")).Code);
        Assert.Equal(1, (await RunAsync("journal", "verify", "--known", $"1:{head}", $"--ConnectionStrings:Relais={installation.ConnectionString}")).Code);

        var victim = (await node.ReadAsync<JournalEntry>(entry => entry.SealNumber == 5))[3];
        await ExecuteAsync(node, "UPDATE journal_entry SET subject_id = 'x' WHERE id = {0}", victim.Id);
        var (broken, after) = await RunAsync("journal", "verify", $"--ConnectionStrings:Relais={installation.ConnectionString}");
        Assert.Equal((1, false), (broken, after.GetProperty("isWhole").GetBoolean()));
        Assert.Equal(victim.Id.ToString(), after.GetProperty("journals")[0].GetProperty("breaks")[0].GetProperty("entryId").GetString());

        Assert.Equal(2, await CommandLine.RunAsync(["journal"]));
        Assert.Equal(2, await CommandLine.RunAsync(["journal", "verify", "--quickly", "1"]));
        Assert.Equal(2, await CommandLine.RunAsync(["journal", "verify", "--known", "one"]));
        Assert.Equal(2, await CommandLine.RunAsync(["journal", "verify", "--ConnectionStrings:Relais=Data Source=/nowhere/relais.db"]));
    }

    private static async Task<(int Code, JsonElement Last)> RunAsync(params string[] arguments)
    {
        using var process = Process.Start(new ProcessStartInfo("dotnet", [Path.Combine(AppContext.BaseDirectory, "Relais.Web.dll"), .. arguments])
        {
            UseShellExecute = false,
            RedirectStandardOutput = true,
            WorkingDirectory = Path.GetTempPath(),
        })!;
        var output = await process.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken);
        await process.WaitForExitAsync(TestContext.Current.CancellationToken);
        using var last = JsonDocument.Parse(output.TrimEnd().Split('\n')[^1]);
        return (process.ExitCode, last.RootElement.Clone());
    }

    private static async Task<Node> SealedAsync(Installation installation)
    {
        var node = installation.AddNode();
        await WriteAsync(node, Lines);
        await SealAsync(node);
        await DisarmAsync(node, await node.WithDbAsync(db => Task.FromResult(db.Engine)));
        Assert.True((await VerifyAsync(node)).IsWhole);
        return node;
    }

    private static Task<int> WriteAsync(Node node, int lines) => node.WithDbAsync(db =>
    {
        var writer = new JournalWriter(db, new Nobody(), TimeProvider.System);
        for (var line = 0; line < lines; line++)
        {
            writer.Record("test.done", "test", Guid.CreateVersion7(), line % 3 is 0 ? "été" : null);
        }

        return db.SaveChangesAsync();
    });

    private static async Task SealAsync(Node node)
    {
        while (await node.WithAsync<JournalChain, int>(chain => chain.SealAsync(500, TestContext.Current.CancellationToken)) > 0)
        {
        }
    }

    private static async Task DisarmAsync(Node node, Engine engine)
    {
        foreach (var sql in engine is Engine.Postgres
            ? ["ALTER TABLE journal_entry DISABLE TRIGGER USER", "ALTER TABLE journal_seal DISABLE TRIGGER USER"]
            : Guards.Select(guard => $"DROP TRIGGER {guard}"))
        {
            await ExecuteAsync(node, sql);
        }
    }

    private static Task<int> ExecuteAsync(Node node, string sql, params object[] values) =>
        node.WithDbAsync(db => db.Database.ExecuteSqlRawAsync(sql, values, TestContext.Current.CancellationToken));

    private static async Task<JournalReport> VerifyAsync(Node node) =>
        Assert.Single(await node.Services.GetRequiredService<JournalAudit>().VerifyAsync(known: null, TestContext.Current.CancellationToken));

    private sealed class Nobody : ICurrentActor
    {
        public Guid? AccountId => null;

        public string Means => "job";
    }
}
