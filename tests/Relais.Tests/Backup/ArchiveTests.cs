using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Relais.Kernel;
using Relais.Kernel.Backup;
using Relais.Kernel.Data;
using Relais.Kernel.Modules;
using Relais.Tests.Infrastructure;
using Relais.Web.Commands;

namespace Relais.Tests.Backup;

public sealed class ArchiveTests(PostgresServer postgres) : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("relais-archive-");

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Theory, OnEveryEngine]
    public async Task An_archive_that_was_cut_or_changed_anywhere_is_refused_and_nothing_is_changed(Engine engine)
    {
        var archive = await SaveAsync(engine);
        await using var place = await Installation.CreateEmptyAsync(engine, postgres);
        var whole = await File.ReadAllBytesAsync(archive, Cancellation);
        var broken = Path.Combine(_folder.FullName, "broken.zip");

        foreach (var length in new[] { 0, 1, 63, 64, 65, whole.Length / 2, whole.Length - 64, whole.Length - 1 })
        {
            await File.WriteAllBytesAsync(broken, whole[..length], Cancellation);
            Assert.Equal(2, await RestoreAsync(broken, place.ConnectionString));
        }

        foreach (var position in new[] { 0, 12, whole.Length / 3, whole.Length / 2, whole.Length - 200, whole.Length - 64, whole.Length - 1 })
        {
            var changed = whole.ToArray();
            changed[position] ^= 1;
            await File.WriteAllBytesAsync(broken, changed, Cancellation);
            Assert.Equal(2, await RestoreAsync(broken, place.ConnectionString));
        }

        Assert.Equal(0, await RestoreAsync(archive, place.ConnectionString));
    }

    [Fact]
    public async Task An_archive_goes_back_to_the_engine_that_it_came_from()
    {
        Assert.SkipUnless(PostgresServer.IsInstalled, "PostgreSQL is not installed on this machine");
        await using var place = await Installation.CreateEmptyAsync(Engine.Postgres, postgres);

        Assert.Equal(2, await RestoreAsync(await SaveAsync(Engine.Sqlite), place.ConnectionString));
    }

    [Fact]
    public async Task A_backup_overwrites_no_file_and_saves_no_database_that_is_not_there()
    {
        var archive = await SaveAsync(Engine.Sqlite);
        var size = new FileInfo(archive).Length;
        await using var installation = await Installation.CreateAsync(Engine.Sqlite, postgres);

        Assert.Equal(2, await CommandLine.RunAsync(["backup", archive, $"--ConnectionStrings:Relais={installation.ConnectionString}"]));
        Assert.Equal(2, await CommandLine.RunAsync(["backup", Path.Combine(_folder.FullName, "nothing.zip"), "--ConnectionStrings:Relais=Data Source=/nowhere/relais.db"]));
        Assert.Equal(2, await CommandLine.RunAsync(["backup"]));
        Assert.Equal(2, await CommandLine.RunAsync(["restore", Path.Combine(_folder.FullName, "nothing.zip"), "--ConnectionStrings:Relais=Data Source=/nowhere/relais.db"]));

        Assert.Equal(size, new FileInfo(archive).Length);
        Assert.Single(_folder.GetFiles());
        if (!OperatingSystem.IsWindows())
        {
            Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, File.GetUnixFileMode(archive));
        }
    }

    [Theory, OnEveryEngine]
    public async Task Every_named_database_is_in_the_archive(Engine engine)
    {
        await using var main = await Installation.CreateEmptyAsync(engine, postgres);
        await using var annex = await Installation.CreateEmptyAsync(engine, postgres);
        await using var newMain = await Installation.CreateEmptyAsync(engine, postgres);
        await using var newAnnex = await Installation.CreateEmptyAsync(engine, postgres);
        await using var house = House(main, annex);
        await house.GetRequiredService<Migrator>().MigrateAsync(Cancellation);
        await AddRuleAsync(house, "kept");
        var archive = Path.Combine(_folder.FullName, "two.zip");
        var report = await house.GetRequiredService<InstallationBackup>().SaveAsync(archive, _ => { }, Cancellation);
        await AddRuleAsync(house, "later");

        await using var back = House(newMain, newAnnex);
        await back.GetRequiredService<InstallationRestoration>().RestoreAsync(archive, _ => { }, Cancellation);

        Assert.Equal(2, report.Databases);
        await using var scope = back.CreateAsyncScope();
        Assert.Equal(["kept"], await scope.ServiceProvider.GetRequiredService<AnnexDb>().Database.SqlQueryRaw<string>("SELECT key AS \"Value\" FROM dated_rule").ToListAsync(Cancellation));
        Assert.Empty(await scope.ServiceProvider.GetRequiredService<RelaisDb>().Database.SqlQueryRaw<string>("SELECT key AS \"Value\" FROM dated_rule").ToListAsync(Cancellation));
        Assert.Equal(0, await back.GetRequiredService<Migrator>().MigrateAsync(Cancellation));
        await Assert.ThrowsAsync<BackupRefusedException>(() => back.GetRequiredService<InstallationRestoration>().RestoreAsync(archive, _ => { }, Cancellation));
    }

    public void Dispose() => _folder.Delete(recursive: true);

    private static Task<int> RestoreAsync(string archive, string connectionString) =>
        CommandLine.RunAsync(["restore", archive, $"--ConnectionStrings:Relais={connectionString}"]);

    private async Task<string> SaveAsync(Engine engine)
    {
        await using var installation = await Installation.CreateAsync(engine, postgres);
        var archive = Path.Combine(_folder.FullName, $"{engine}.zip");
        Assert.Equal(0, await CommandLine.RunAsync(["backup", archive, $"--ConnectionStrings:Relais={installation.ConnectionString}"]));
        return archive;
    }

    private static ServiceProvider House(Installation main, Installation annex) => new ServiceCollection()
        .AddLogging()
        .AddDatabase<RelaisDb>(Database.Main, main.ConnectionString)
        .AddDatabase<AnnexDb>("annex", annex.ConnectionString)
        .AddKernel(new AnnexModule())
        .BuildServiceProvider();

    private static async Task AddRuleAsync(ServiceProvider house, string key)
    {
        await using var scope = house.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<AnnexDb>();
        var id = Guid.CreateVersion7();
        await db.Database.ExecuteSqlAsync($"INSERT INTO dated_rule (id, kind, key, valid_from, value, reference, recorded_at) VALUES ({id}, 'test', {key}, '2026-01-01', '1', 'test', '2026-01-01T00:00:00.000000Z')", Cancellation);
    }

    private sealed class AnnexModule : Module
    {
        public override string Key => "annex-of-tests";

        public override string Database => "annex";
    }

    private sealed class AnnexDb(DbContextOptions<AnnexDb> options, DatabaseCatalog databases) : RoomsDb(options, databases["annex"]);
}
