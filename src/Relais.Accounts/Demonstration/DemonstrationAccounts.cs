using Relais.Accounts.Contracts;
using Relais.Kernel.Demonstration;

namespace Relais.Accounts.Demonstration;

/// <summary>Invents who coordinates, plans and administers Brittany; volunteers and managers come with their rooms.</summary>
internal sealed class DemonstrationAccounts(IDemonstrationCast cast) : IDemonstration
{
    private static readonly (string Name, string FirstName, string LastName, Role Role, Scope Scope)[] Coordination =
    [
        ("administrator", "Maïwenn", "Corre", Role.Administrator, Scope.National),
        ("national", "Hervé", "Jaouen", Role.NationalCrisisCentre, Scope.National),
        ("coordinator", "Soizic", "Le Bihan", Role.Coordinator, new Scope.Territory("REG-53")),
        ("coordinator-29", "Ronan", "Quéméré", Role.Coordinator, new Scope.Territory("DEP-29")),
        ("planner", "Enora", "Guéguen", Role.Planner, new Scope.Territory("245614417")),
        ("elected-official", "Jakez", "Le Floc’h", Role.ElectedOfficial, new Scope.Territory("200067197")),
        ("psychologist", "Nolwenn", "Riou", Role.Psychologist, new Scope.Territory("REG-53")),
    ];

    public async Task SeedAsync(DemonstrationRun run, CancellationToken cancellation)
    {
        foreach (var (name, firstName, lastName, role, scope) in Coordination)
        {
            await cast.InventAsync(run, name, (firstName, lastName), role, scope, cancellation);
        }

        run.Progress($"{Coordination.Length} comptes de coordination");
    }
}
