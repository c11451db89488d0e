namespace Relais.Accounts.Contracts;

/// <summary>
/// The persons Relais knows. What changes joins the caller's unit of work; the caller saves. A table of another room
/// that refers to a person says <c>REFERENCES person (id) DEFERRABLE INITIALLY DEFERRED</c>, so that both may be saved at once.
/// </summary>
public interface IPeople
{
    PersonId Create(NewPerson person);

    Task RenameAsync(PersonId person, string firstName, string lastName, CancellationToken cancellation);

    /// <summary>
    /// Nothing is sent to an address before it is proved: by the link that is sent there now, or because the caller has
    /// its own proof.
    /// </summary>
    Task AddAddressAsync(PersonId person, ContactPoint address, CancellationToken cancellation, bool isProved = false);

    Task<PersonName?> FindAsync(PersonId person, CancellationToken cancellation);

    Task<IReadOnlyDictionary<PersonId, PersonName>> FindAsync(IReadOnlyCollection<PersonId> people, CancellationToken cancellation);

    /// <summary>Everybody who gave this address: a couple may share one.</summary>
    Task<IReadOnlyList<PersonName>> FindByAddressAsync(ContactPoint address, CancellationToken cancellation);

    /// <summary>The same for many addresses at once.</summary>
    Task<ILookup<ContactPoint, PersonName>> FindByAddressesAsync(IReadOnlyCollection<ContactPoint> addresses, CancellationToken cancellation);

    /// <summary>Whose dossier it is today: another's, where the two were found to be one person's.</summary>
    Task<PersonId> FollowAsync(PersonId person, CancellationToken cancellation);

    /// <summary>By any words of the name, case and accents apart.</summary>
    Task<IReadOnlyList<PersonName>> SearchAsync(string words, int most, CancellationToken cancellation);

    Task<IReadOnlyList<PersonAddress>> AddressesAsync(PersonId person, CancellationToken cancellation);

    /// <summary>Whether the person has a mobile number that they proved to be theirs.</summary>
    Task<bool> HasProvedMobileAsync(PersonId person, CancellationToken cancellation);

    /// <summary>Where each of those who gave a mobile number can be called.</summary>
    Task<IReadOnlyDictionary<PersonId, ContactPoint>> MobilesAsync(IReadOnlyCollection<PersonId> people, CancellationToken cancellation);
}

public sealed record NewPerson(string FirstName, string LastName, string Language = "fr");

public sealed record PersonName(PersonId Id, string FirstName, string LastName, string Language)
{
    public string FullName => $"{FirstName} {LastName}";
}

public sealed record PersonAddress(Guid Id, ContactPoint Address, bool IsProved);
