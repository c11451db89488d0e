namespace Relais.Accounts.Contracts;

/// <summary>
/// What a request is about, told by where it lies: a need lies in a facility, a dossier belongs to a person who lives
/// in a commune. A scope that covers any one of these covers the resource.
/// </summary>
public sealed record Resource
{
    /// <summary>Lies nowhere in particular: only a national scope covers it.</summary>
    public static Resource OfTheNation { get; } = new();

    public string? Finess { get; init; }

    public string? Commune { get; init; }

    public string? Territory { get; init; }

    public Guid? Network { get; init; }

    public PersonId? Person { get; init; }

    public static Resource OfFacility(string finess) => new() { Finess = finess };

    public static Resource OfCommune(string code) => new() { Commune = code };

    public static Resource OfTerritory(string code) => new() { Territory = code };

    public static Resource OfNetwork(Guid id) => new() { Network = id };

    public static Resource OfPerson(PersonId person) => new() { Person = person };
}
