using Relais.Accounts.Contracts;
using Relais.Kernel.Data;
using Relais.Tests.Infrastructure;

namespace Relais.Tests.Reinforcement;

/// <summary>What is not filled where a coordinator answers for it.</summary>
public sealed class OpenNeedsTests(PostgresServer postgres)
{
    private static readonly CancellationToken Stop = TestContext.Current.CancellationToken;

    [Theory, OnEveryEngine]
    public async Task The_needs_of_the_rest_of_the_country_do_not_push_out_those_of_a_territory(Engine engine)
    {
        await using var installation = await Installation.CreateAsync(engine, postgres);
        var node = installation.AddNode();
        var elsewhere = Enumerable.Range(0, 205).Select(number => ReinforcementWorld.NewNeed(1, ReinforcementWorld.Night().AddMinutes(number), commune: "75056")).ToList();
        var here = ReinforcementWorld.NewNeed(1, ReinforcementWorld.Night(days: 9));
        await node.WithDbAsync(db =>
        {
            db.AddRange(elsewhere);
            db.Add(here);
            return db.SaveChangesAsync(Stop);
        });

        var finistere = await node.SignInAsync((Role.Coordinator, new Scope.Territory("DEP-29")));
        var page = await finistere.Browser.GetStringAsync(new Uri("/besoins", UriKind.Relative), Stop);

        Assert.Contains($"/besoins/{here.Id}", page, StringComparison.Ordinal);
        Assert.DoesNotContain(elsewhere, need => page.Contains($"/besoins/{need.Id}", StringComparison.Ordinal));
    }
}
