using Microsoft.EntityFrameworkCore;
using Relais.Accounts.Contracts;
using Relais.Accounts.Installing;
using Relais.Accounts.Tokens;
using Relais.Kernel.Data;
using Relais.Kernel.Demonstration;

namespace Relais.Accounts.Demonstration;

internal sealed class DemonstrationCast(RelaisDb db, IPeople people, IAccounts accounts, IRoles roles) : IDemonstrationCast
{
    public const string Domain = "@demo.relais.example";

    private const string Password = "bruyere-ajonc-genet";

    public Task<PersonId> InventAsync(
        DemonstrationRun run, string name, (string FirstName, string LastName) person, Role role, Scope? scope, CancellationToken cancellation) => db.InTransactionAsync(
        async () =>
        {
            if (await db.Set<FirstAdministrator>().AnyAsync(cancellation))
            {
                throw new InvalidOperationException("The demonstration is never invented where real people are: its password is known to all");
            }

            var secret = new byte[ApiTokens.SecretLength];
            run.Random.NextBytes(secret);
            var id = people.Create(new NewPerson(person.FirstName, person.LastName));
            await people.AddAddressAsync(id, AddressOf(name), cancellation, isProved: true);
            var account = await accounts.OpenAsync(id, cancellation);
            if (await accounts.SetPasswordAsync(account, Password, cancellation) is { } refusal)
            {
                throw new InvalidOperationException($"The password of the demonstration is refused: {refusal}");
            }

            await roles.GiveAsync(account, role, scope ?? new Scope.Self(id), "Démonstration", cancellation);
            run.SignIns.Add(new DemonstrationSignIn(name, AddressOf(name).ToString(), Password, accounts.IssueToken(account, "Démonstration", secret)));
            return id;
        },
        cancellation);

    public async Task<PersonId> FindAsync(string name, CancellationToken cancellation) =>
        (await people.FindByAddressAsync(AddressOf(name), cancellation)).Single().Id;

    private static ContactPoint AddressOf(string name) =>
        ContactPoint.TryEmail($"{name}{Domain}", out var address) ? address : throw new ArgumentException($"'{name}' makes no address", nameof(name));
}
