using Microsoft.EntityFrameworkCore;
using Relais.Accounts.Contracts;
using Relais.Kernel.Data;
using Relais.Kernel.Text;

namespace Relais.Accounts.People;

internal sealed class KnownPeople(RelaisDb db, AddressChecks checks, TimeProvider clock) : IPeople
{
    public PersonId Create(NewPerson person)
    {
        var created = new Person(PersonId.New(), person.FirstName, person.LastName, person.Language, clock.GetUtcNow());
        db.Add(created);
        return created.Id;
    }

    public async Task RenameAsync(PersonId person, string firstName, string lastName, CancellationToken cancellation) =>
        (await db.Set<Person>().SingleAsync(known => known.Id == person, cancellation)).Rename(firstName, lastName);

    public async Task AddAddressAsync(PersonId person, ContactPoint address, CancellationToken cancellation, bool isProved = false)
    {
        var known = await db.Set<ContactAddress>()
            .SingleOrDefaultAsync(a => a.PersonId == person && a.Kind == address.Kind && a.Value == address.Value, cancellation);
        if (known is null)
        {
            known = new ContactAddress { PersonId = person, Kind = address.Kind, Value = address.Value, CreatedAt = clock.GetUtcNow() };
            db.Add(known);
            if (!isProved)
            {
                checks.Ask(person, address);
            }
        }

        known.VerifiedAt ??= isProved ? clock.GetUtcNow() : null;
    }

    public async Task<PersonName?> FindAsync(PersonId person, CancellationToken cancellation) =>
        (await FindAsync([person], cancellation)).GetValueOrDefault(person);

    public async Task<IReadOnlyDictionary<PersonId, PersonName>> FindAsync(IReadOnlyCollection<PersonId> people, CancellationToken cancellation)
    {
        // As one parameter: a file may name more people than a statement takes parameters.
        var ids = people.ToList();
        return await Names(db.Set<Person>().Where(person => EF.Parameter(ids).Contains(person.Id))).ToDictionaryAsync(name => name.Id, cancellation);
    }

    public async Task<IReadOnlyList<PersonName>> FindByAddressAsync(ContactPoint address, CancellationToken cancellation)
    {
        var owners = db.Set<ContactAddress>().Where(a => a.Kind == address.Kind && a.Value == address.Value).Select(a => a.PersonId);
        return await Names(Current.Where(person => owners.Contains(person.Id)).OrderBy(person => person.CreatedAt)).ToListAsync(cancellation);
    }

    public async Task<ILookup<ContactPoint, PersonName>> FindByAddressesAsync(IReadOnlyCollection<ContactPoint> addresses, CancellationToken cancellation)
    {
        var values = addresses.Select(address => address.Value).Distinct().ToList();
        var owned = await db.Set<ContactAddress>().AsNoTracking().Where(a => EF.Parameter(values).Contains(a.Value))
            .Join(Current, a => a.PersonId, person => person.Id, (a, _) => a)
            .Select(a => new { a.Kind, a.Value, a.PersonId }).ToListAsync(cancellation);
        var names = await FindAsync([.. owned.Select(a => a.PersonId).Distinct()], cancellation);
        return addresses.Distinct()
            .SelectMany(address => owned.Where(a => a.Kind == address.Kind && a.Value == address.Value).Select(a => (Address: address, Owner: names[a.PersonId])))
            .ToLookup(pair => pair.Address, pair => pair.Owner);
    }

    public async Task<IReadOnlyList<PersonName>> SearchAsync(string words, int most, CancellationToken cancellation)
    {
        var found = Current;
        foreach (var word in SearchKey.From(words).Split(' ', StringSplitOptions.RemoveEmptyEntries).Take(6))
        {
            found = found.Where(person => person.SearchKey.Contains(word));
        }

        return await Names(found.OrderBy(person => person.SearchKey).Take(most)).ToListAsync(cancellation);
    }

    public async Task<IReadOnlyList<PersonAddress>> AddressesAsync(PersonId person, CancellationToken cancellation)
    {
        var addresses = await db.Set<ContactAddress>().AsNoTracking().Where(a => a.PersonId == person).OrderBy(a => a.Id).ToListAsync(cancellation);
        return addresses.ConvertAll(a => new PersonAddress(a.Id, ContactPoint.Kept(a.Kind, a.Value), a.VerifiedAt is not null));
    }

    public Task<bool> HasProvedMobileAsync(PersonId person, CancellationToken cancellation) => db.Set<ContactAddress>()
        .AnyAsync(address => address.PersonId == person && address.Kind == AddressKind.Mobile && address.VerifiedAt != null, cancellation);

    public async Task<IReadOnlyDictionary<PersonId, ContactPoint>> MobilesAsync(IReadOnlyCollection<PersonId> people, CancellationToken cancellation)
    {
        var mobiles = await db.Set<ContactAddress>().AsNoTracking()
            .Where(a => people.Contains(a.PersonId) && a.Kind == AddressKind.Mobile).OrderBy(a => a.Id).ToListAsync(cancellation);
        return mobiles.DistinctBy(a => a.PersonId).ToDictionary(a => a.PersonId, a => ContactPoint.Kept(a.Kind, a.Value));
    }

    public async Task<PersonId> FollowAsync(PersonId person, CancellationToken cancellation)
    {
        while (await db.Set<Person>().Where(known => known.Id == person).Select(known => known.AbsorbedBy).SingleOrDefaultAsync(cancellation) is { } next)
        {
            person = next;
        }

        return person;
    }

    private IQueryable<Person> Current => db.Set<Person>().Where(person => person.AbsorbedBy == null && person.ErasedAt == null);

    private static IQueryable<PersonName> Names(IQueryable<Person> people) =>
        people.AsNoTracking().Select(person => new PersonName(person.Id, person.FirstName, person.LastName, person.Language));
}
