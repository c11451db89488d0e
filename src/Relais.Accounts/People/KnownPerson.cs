using Microsoft.EntityFrameworkCore;
using Relais.Accounts.Contracts;
using Relais.Accounts.Delegations;
using Relais.Accounts.Rights;
using Relais.Accounts.SignIn;
using Relais.Accounts.Verifications;
using Relais.Kernel.Data;
using Relais.Kernel.Files;
using Relais.Kernel.Wording;

namespace Relais.Accounts.People;

/// <summary>What this room knows of a person as a whole.</summary>
internal sealed class KnownPerson(RelaisDb db, IPeople people, FileStore files, DelegationEnding delegations, Words t, TimeProvider clock) : IPersonRoom
{
    public async Task<IReadOnlyList<PersonFact>> FactsAsync(PersonId person, CancellationToken cancellation)
    {
        var since = await db.Set<Person>().Where(known => known.Id == person).Select(known => known.CreatedAt).SingleAsync(cancellation);
        var addresses = await people.AddressesAsync(person, cancellation);
        var hasAccount = await db.Set<Account>().AnyAsync(account => account.PersonId == person && account.ClosedAt == null, cancellation);
        return
        [
            new(t["Adresses"], addresses.Count is 0 ? t["aucune"] : string.Join(", ", addresses.Select(address => address.IsProved ? $"{address.Address}" : t["{0} (à confirmer)", address.Address].Value))),
            new(t["Compte"], hasAccount ? t["oui"] : t["non"]),
            new(t["Connue depuis"], t["le {0:D}", since]),
        ];
    }

    public async Task<IReadOnlyList<string>> WhyNotErasedAsync(PersonId person, CancellationToken cancellation)
    {
        var now = clock.GetUtcNow();
        var administrators = await db.Set<HeldRole>()
            .Where(role => role.Role == Role.Administrator && role.ValidFrom <= now && (role.ValidTo == null || now < role.ValidTo))
            .Join(db.Set<Account>().Where(account => account.ClosedAt == null), role => role.AccountId, account => account.Id, (_, account) => account.PersonId)
            .Distinct().OrderBy(id => id).Take(2).ToListAsync(cancellation);
        return administrators is [var alone] && alone == person
            ? [t["Vous êtes seul à administrer cette plateforme : donnez d’abord ce rôle à quelqu’un d’autre."]]
            : [];
    }

    public async Task ErasingAsync(PersonId person, CancellationToken cancellation)
    {
        var proofs = await db.Set<VerificationFile>()
            .Where(file => db.Set<Verification>().Any(verification => verification.Id == file.VerificationId && verification.PersonId == person))
            .Select(file => file.FileId).ToListAsync(cancellation);
        await files.DeleteAsync(proofs, cancellation);
        foreach (var account in await db.Set<Account>().Where(account => account.PersonId == person).Select(account => account.Id).ToListAsync(cancellation))
        {
            await delegations.EndAllAsync(account, "", cancellation);
        }

        await db.SaveChangesAsync(cancellation);
    }
}
