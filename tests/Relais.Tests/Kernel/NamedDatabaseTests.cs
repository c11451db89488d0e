using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Relais.Kernel;
using Relais.Kernel.Data;
using Relais.Kernel.Modules;
using Relais.Tests.Infrastructure;

namespace Relais.Tests.Kernel;

public class NamedDatabaseTests(PostgresServer postgres)
{
    [Theory, OnEveryEngine]
    public async Task A_room_with_its_own_database_has_its_own_migrations_and_journal_there(Engine engine)
    {
        var cancellation = TestContext.Current.CancellationToken;
        await using var main = await Installation.CreateEmptyAsync(engine, postgres);
        await using var annex = await Installation.CreateEmptyAsync(engine, postgres);
        await using var services = new ServiceCollection()
            .AddLogging()
            .AddDatabase<RelaisDb>(Database.Main, main.ConnectionString)
            .AddDatabase<AnnexDb>("annex", annex.ConnectionString)
            .AddKernel(new AnnexModule())
            .BuildServiceProvider();

        Assert.True(await services.GetRequiredService<Migrator>().MigrateAsync(cancellation) > 0);

        await using var scope = services.CreateAsyncScope();
        var annexDb = scope.ServiceProvider.GetRequiredService<AnnexDb>();
        var mainDb = scope.ServiceProvider.GetRequiredService<RelaisDb>();
        const string modules = """SELECT DISTINCT module AS "Value" FROM schema_migration ORDER BY 1""";
        Assert.Equal(["kernel"], await mainDb.Database.SqlQueryRaw<string>(modules).ToListAsync(cancellation));
        Assert.Equal(["kernel"], await annexDb.Database.SqlQueryRaw<string>(modules).ToListAsync(cancellation));
        Assert.Equal(0, await annexDb.Database.SqlQueryRaw<int>("""SELECT CAST(count(*) AS integer) AS "Value" FROM journal_entry""").SingleAsync(cancellation));
        Assert.NotEqual(mainDb.Database.GetConnectionString(), annexDb.Database.GetConnectionString());
    }

    [Theory, OnEveryEngine]
    public async Task Two_installations_in_one_process_know_their_own_rooms_only(Engine engine)
    {
        await using var house = await Installation.CreateAsync(engine, postgres);
        await using var services = new ServiceCollection()
            .AddLogging()
            .AddDatabase<RelaisDb>(Database.Main, house.ConnectionString)
            .AddKernel()
            .BuildServiceProvider();
        await using var scope = services.CreateAsyncScope();

        var bare = scope.ServiceProvider.GetRequiredService<RelaisDb>().Model.GetEntityTypes().Select(entity => entity.ClrType.Assembly).Distinct();
        var whole = await house.AddNode().WithDbAsync(db => Task.FromResult(db.Model.GetEntityTypes().Select(entity => entity.ClrType.Assembly).Distinct().Count()));

        Assert.Equal([typeof(RelaisDb).Assembly], bare);
        Assert.True(whole > 1);
    }

    private sealed class AnnexModule : Module
    {
        public override string Key => "annex-of-tests";

        public override string Database => "annex";
    }

    private sealed class AnnexDb(DbContextOptions<AnnexDb> options, DatabaseCatalog databases) : RoomsDb(options, databases["annex"]);
}
