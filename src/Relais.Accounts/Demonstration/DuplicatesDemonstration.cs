using Relais.Accounts.Contracts;
using Relais.Accounts.Duplicates;
using Relais.Kernel.Data;
using Relais.Kernel.Demonstration;

namespace Relais.Accounts.Demonstration;

/// <summary>Somebody known twice, whose dossiers an administrator has made one.</summary>
internal sealed class DuplicatesDemonstration(RelaisDb db, IPeople people, Mergers mergers) : IDemonstration
{
    public async Task SeedAsync(DemonstrationRun run, CancellationToken cancellation)
    {
        var kept = await InventAsync("Rozenn", "Le Gall", "rozenn.legall@exemple.invalid", cancellation);
        var second = await InventAsync("Rosenn", "Le Gall", "r.legall@exemple.invalid", cancellation);
        await mergers.MergeAsync(kept, second, "Appelée : une seule personne, deux courriels", cancellation);
        run.Progress("un doublon réuni");
    }

    private async Task<PersonId> InventAsync(string firstName, string lastName, string email, CancellationToken cancellation)
    {
        var person = people.Create(new NewPerson(firstName, lastName));
        if (ContactPoint.TryEmail(email, out var address))
        {
            await people.AddAddressAsync(person, address, cancellation, isProved: true);
        }

        await db.SaveChangesAsync(cancellation);
        return person;
    }
}
