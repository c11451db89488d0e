using Microsoft.EntityFrameworkCore;
using Relais.Accounts.Contracts;
using Relais.Kernel.Data;
using Relais.Kernel.Wording;
using Relais.Territory.Contracts;
using Relais.Volunteers.OwnPool;

namespace Relais.Volunteers.Dossier;

/// <summary>What this room knows of a person as a whole, and does when two dossiers are one person's.</summary>
internal sealed class VolunteerPerson(RelaisDb db, Dossiers dossiers, ICommunes communes, Words t, TimeProvider clock) : IPersonRoom
{
    public async Task<IReadOnlyList<PersonFact>> FactsAsync(PersonId person, CancellationToken cancellation)
    {
        if (await dossiers.ReadAsync(person, cancellation) is not { } volunteer)
        {
            return [new(t["Dossier de volontaire"], t["aucun"])];
        }

        var home = (await communes.GetAsync(cancellation)).Find(volunteer.HomeCommune)?.Name ?? volunteer.HomeCommune.Value;
        return
        [
            new(t["Numéro RPPS"], volunteer.Rpps?.Value ?? t["non donné"]),
            new(t["Commune"], home),
            new(t["Métiers"], string.Join(", ", volunteer.Professions.Select(profession => t[profession.Label].Value))),
            new(t["Titres vérifiés"], volunteer.Titles.Count(title => title.Level is not null) is var verified && verified > 0 ? $"{verified}" : t["aucun"]),
            new(t["Inscrite"], t["le {0:D}", volunteer.RegisteredAt]),
            new(t["Dernière visite"], t["le {0:D}", volunteer.LastActiveAt]),
        ];
    }

    public async Task<IReadOnlyDictionary<PersonId, string>> HomesAsync(IReadOnlyCollection<PersonId> people, CancellationToken cancellation) =>
        await db.Set<Volunteer>().AsNoTracking().Where(volunteer => people.Contains(volunteer.PersonId))
            .ToDictionaryAsync(volunteer => volunteer.PersonId, volunteer => volunteer.HomeCommune.Value, cancellation);

    public async Task<IReadOnlyList<string>> WhyNotOneAsync(PersonId kept, PersonId absorbed, CancellationToken cancellation)
    {
        if (await dossiers.ReadAsync(absorbed, cancellation) is not { } second)
        {
            return [];
        }

        return await dossiers.ReadAsync(kept, cancellation) switch
        {
            null => [t["L’autre seul a un dossier de volontaire : gardez celui-là."]],
            { Rpps: null } when second.Rpps is not null => [t["L’autre seul a un numéro RPPS : gardez celui-là."]],
            { Rpps: { } rpps } when second.Rpps is { } other && other != rpps => [t["Deux numéros RPPS sont deux personnes : {0} et {1}.", rpps, other]],
            _ => [],
        };
    }

    public async Task BecameOneAsync(PersonId kept, PersonId absorbed, CancellationToken cancellation)
    {
        var now = clock.GetUtcNow();
        if (await dossiers.ChangeAsync(absorbed, "set_aside", volunteer => volunteer.SetAside(now), cancellation))
        {
            await dossiers.ChangeAsync(kept, "merged", _ => { }, cancellation);
        }
    }

    public async Task PartedAsync(PersonId kept, PersonId absorbed, CancellationToken cancellation)
    {
        if (await dossiers.ChangeAsync(absorbed, "taken_up", volunteer => volunteer.TakeUp(), cancellation))
        {
            await dossiers.ChangeAsync(kept, "parted", _ => { }, cancellation);
        }
    }

    public async Task ErasingAsync(PersonId person, CancellationToken cancellation)
    {
        var memberships = db.Set<OwnPoolMember>().Where(member => member.PersonId == person).Select(member => member.Id);
        await db.Set<OwnPoolChange>().Where(change => memberships.Contains(change.MemberId)).ExecuteDeleteAsync(cancellation);
        await dossiers.CloseAsync(person, "erased", cancellation);
    }
}
