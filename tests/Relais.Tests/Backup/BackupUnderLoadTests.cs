using System.Globalization;
using System.Net;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Relais.Accounts.People;
using Relais.Kernel.Data;
using Relais.Kernel.Files;
using Relais.Kernel.Journal;
using Relais.Kernel.Links;
using Relais.Tests.Commands;
using Relais.Tests.Infrastructure;

namespace Relais.Tests.Backup;

/// <summary>The whole of it, as an operator does it: the commands in processes of their own, beside a server that works.</summary>
public sealed class BackupUnderLoadTests(PostgresServer postgres)
{
    private const int Writers = 50;
    private static readonly LinkPurpose Purpose = new("test.backup");

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Theory, OnEveryEngine]
    public async Task A_backup_taken_while_fifty_people_write_restores_all_that_was_acknowledged_before_it_began(Engine engine)
    {
        var folder = Directory.CreateTempSubdirectory("relais-backup-");
        var archive = Path.Combine(folder.FullName, "relais.zip");
        await using var installation = await Installation.CreateAsync(engine, postgres);
        await using var place = await Installation.CreateEmptyAsync(engine, postgres);
        var node = installation.AddNode();
        _ = node.ServeBrowsers();
        var upload = await UploadAsync(node);
        var link = await node.Services.GetRequiredService<SignedLinks>().CreateAsync(Purpose, upload, DateTimeOffset.UtcNow.AddDays(1), Cancellation);
        var renamers = await Renamers.StartAsync(node, Writers);
        await node.WithAsync<JournalChain, int>(chain => chain.SealAsync(40, Cancellation));

        var before = renamers.Acknowledged();
        var (saved, said) = await ProgramProcess.RunAsync("backup", archive, $"--ConnectionStrings:Relais={installation.ConnectionString}");
        var after = renamers.Acknowledged();
        await renamers.StopAsync();

        Assert.True(saved is 0, said);
        Assert.True(after.Sum() > before.Sum(), "nobody wrote while the backup was taken");
        var (restored, told) = await ProgramProcess.RunAsync("restore", archive, $"--ConnectionStrings:Relais={place.ConnectionString}");
        Assert.True(restored is 0, told);
        Assert.Contains("\"isJournalWhole\":true", told, StringComparison.Ordinal);
        Assert.Equal(0, (await ProgramProcess.RunAsync("journal", "verify", $"--ConnectionStrings:Relais={place.ConnectionString}")).Code);

        var back = place.AddNode();
        await AssertNothingIsMissingAsync(back, renamers, before, after);
        Assert.Empty(await BrokenAsync(back));
        Assert.Equal(await ShapeAsync(node), await ShapeAsync(back));

        // What was promised to people still holds: their documents, their links, their sessions.
        Assert.Equal("%PDF-1.4 test"u8.ToArray(), (await back.WithAsync<FileStore, FileContent?>(files => files.OpenAsync(upload, Cancellation)))?.Content);
        Assert.Equal((LinkState.Valid, upload), await back.Services.GetRequiredService<SignedLinks>().ReadAsync(Purpose, link, Cancellation) is var read ? (read.State, read.Subject) : default);
        using var browser = back.Visitor();
        browser.DefaultRequestHeaders.Add("Cookie", renamers.Members[0].Browser.DefaultRequestHeaders.GetValues("Cookie"));
        Assert.Equal(HttpStatusCode.OK, await browser.StatusOf("/mon-compte"));

        var (again, refusal) = await ProgramProcess.RunAsync("restore", archive, $"--ConnectionStrings:Relais={place.ConnectionString}");
        Assert.Equal(2, again);
        Assert.Contains("is not empty", refusal, StringComparison.Ordinal);
        folder.Delete(recursive: true);
    }

    /// <summary>Each person has a version that was known before the start or came during it, and the journal tells of exactly that many.</summary>
    private static async Task AssertNothingIsMissingAsync(Node back, Renamers renamers, int[] before, int[] after)
    {
        var names = (await back.ReadAsync<Person>(_ => true)).ToDictionary(person => person.Id, person => person.LastName);
        var told = (await back.ReadAsync<JournalEntry>(entry => entry.Action == "person.renamed")).CountBy(entry => entry.SubjectId).ToDictionary();
        for (var member = 0; member < Writers; member++)
        {
            var person = renamers.Members[member].Person;
            var version = int.Parse(names[person], CultureInfo.InvariantCulture);
            Assert.InRange(version, before[member], after[member] + 1);
            Assert.Equal(version, told[person.ToString()]);
        }
    }

    private static async Task<Guid> UploadAsync(Node node)
    {
        await using var scope = node.Services.CreateAsyncScope();
        var receipt = await scope.ServiceProvider.GetRequiredService<FileStore>().AddAsync("test", "diplome.pdf", new MemoryStream("%PDF-1.4 test"u8.ToArray()), Cancellation);
        await scope.ServiceProvider.GetRequiredService<RelaisDb>().SaveChangesAsync(Cancellation);
        return receipt.Id!.Value;
    }

    /// <summary>What SQLite finds wrong with its own file; PostgreSQL checked every foreign key when it was put back.</summary>
    private static Task<List<string>> BrokenAsync(Node node) => node.WithDbAsync(db => db.Engine is Engine.Postgres
        ? Task.FromResult(new List<string>())
        : db.Database.SqlQueryRaw<string>("SELECT integrity_check AS \"Value\" FROM pragma_integrity_check WHERE integrity_check <> 'ok' UNION ALL SELECT \"table\" FROM pragma_foreign_key_check").ToListAsync(Cancellation));

    /// <summary>Constraints, indexes and triggers: a restored database refuses what the first one refused.</summary>
    private static Task<List<string>> ShapeAsync(Node node) => node.WithDbAsync(db => db.Database.SqlQueryRaw<string>(db.Engine is Engine.Postgres
        ? """
          SELECT 'c ' || conname || ' ' || pg_get_constraintdef(oid) AS "Value" FROM pg_constraint WHERE connamespace = 'public'::regnamespace
          UNION ALL SELECT 'i ' || indexdef FROM pg_indexes WHERE schemaname = 'public'
          UNION ALL SELECT 't ' || tgrelid::regclass || ' ' || tgname || ' ' || tgenabled::text FROM pg_trigger WHERE NOT tgisinternal
          ORDER BY 1
          """
        : "SELECT type || ' ' || name AS \"Value\" FROM sqlite_schema ORDER BY 1").ToListAsync(Cancellation));
}
