using Relais.Accounts.Contracts;
using Relais.Accounts.Tokens;
using Relais.Kernel.Data;
using Relais.Kernel.Demonstration;

namespace Relais.Accounts.Demonstration;

/// <summary>Invents who coordinates, plans and administers Brittany; volunteers and managers come with their rooms.</summary>
internal sealed class DemonstrationAccounts(RelaisDb db, IPeople people, IAccounts accounts, IRoles roles) : IDemonstration
{
    private const string Password = "bruyere-ajonc-genet";

    private static readonly (string Name, string FirstName, string LastName, Role Role, Scope Scope)[] Cast =
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
        var secret = new byte[ApiTokens.SecretLength];
        foreach (var (name, firstName, lastName, role, scope) in Cast)
        {
            run.Random.NextBytes(secret);
            var token = await db.InTransactionAsync(() => InventAsync(name, firstName, lastName, role, scope, secret, cancellation), cancellation);
            run.SignIns.Add(new DemonstrationSignIn(name, EmailOf(name), Password, token));
        }

        run.Progress($"{Cast.Length} comptes de coordination");
    }

    private async Task<string> InventAsync(
        string name, string firstName, string lastName, Role role, Scope scope, byte[] secret, CancellationToken cancellation)
    {
        var person = people.Create(new NewPerson(firstName, lastName));
        if (ContactPoint.TryEmail(EmailOf(name), out var email))
        {
            await people.AddAddressAsync(person, email, cancellation, isProved: true);
        }

        var account = await accounts.OpenAsync(person, cancellation);
        await accounts.SetPasswordAsync(account, Password, cancellation);
        await roles.GiveAsync(account, role, scope, "Démonstration", cancellation);
        return accounts.IssueToken(account, "Démonstration", secret);
    }

    private static string EmailOf(string name) => $"{name}@demo.relais.example";
}
