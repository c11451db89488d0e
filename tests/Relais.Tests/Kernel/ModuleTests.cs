using Relais.Accounts;
using Relais.Commitments;
using Relais.Kernel.Modules;
using Relais.Missions;
using Relais.Observatory;
using Relais.Registers;
using Relais.Reinforcement;
using Relais.Replies;
using Relais.Territory;
using Relais.Volunteers;

namespace Relais.Tests.Kernel;

public class ModuleTests
{
    public static readonly TheoryData<Module> Modules =
        [new AccountsModule(), new RegistersModule(), new TerritoryModule(), new CommitmentsModule(), new RepliesModule(), new MissionsModule(), new VolunteersModule(), new ReinforcementModule(), new ObservatoryModule()];

    [Theory, MemberData(nameof(Modules))]
    public void A_room_shows_the_others_its_contracts_and_nothing_else(Module module)
    {
        var exposed = module.Assembly.GetExportedTypes()
            .Where(type => type != module.GetType() && type.Namespace != $"Relais.{module.Name}.Contracts" && !type.FullName!.StartsWith("AspNetCoreGeneratedDocument", StringComparison.Ordinal));

        Assert.Empty(exposed);
    }

    [Theory, MemberData(nameof(Modules))]
    public void A_room_depends_only_on_rooms_declared_before_it(Module module)
    {
        var order = Modules.Select(row => row.Data.Assembly.GetName().Name).ToList();
        var referenced = module.Assembly.GetReferencedAssemblies().Select(name => order.IndexOf(name.Name)).Where(index => index >= 0);

        Assert.All(referenced, index => Assert.True(index < order.IndexOf(module.Assembly.GetName().Name)));
    }

    [Theory]
    [InlineData("Relais.Matching")]
    [InlineData("Relais.Accessibility")]
    [InlineData("Relais.Cartography")]
    [InlineData("Relais.Documents")]
    public void An_engine_knows_neither_web_nor_database(string engine)
    {
        string[] banned = ["Microsoft.AspNetCore", "Microsoft.EntityFrameworkCore", "Npgsql", "Microsoft.Data", "Relais.Kernel"];

        var references = System.Reflection.Assembly.Load(engine).GetReferencedAssemblies().Select(name => name.Name!);

        Assert.DoesNotContain(references, name => Array.Exists(banned, prefix => name.StartsWith(prefix, StringComparison.Ordinal)));
    }
}
