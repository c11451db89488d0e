using Relais.Accounts.Contracts;

namespace Relais.Accounts.Readings;

/// <summary>What the pages of this room show of people.</summary>
internal static class AccountsReadings
{
    public static FileReading Account { get; } = new("person.read", "Votre nom, vos adresses et vos rôles", Role.Administrator);

    public static FileReading Compared { get; } = new(
        "person.compared", "Votre dossier à côté d’un autre qui lui ressemble", Role.Administrator, Role.Coordinator);

    public static FileReading Merger { get; } = new(
        "merger.read", "Votre nom et ce que deux dossiers réunis ont apporté", Role.Administrator, Role.Coordinator);

    public static FileReading Verification { get; } = new(
        "verification.read", "Une de vos demandes de vérification", Role.Coordinator, Role.NationalCrisisCentre, Role.Administrator);

    public static FileReading Evidence { get; } = new(
        "verification.document_read", "Une pièce que vous avez envoyée", Role.Coordinator, Role.NationalCrisisCentre, Role.Administrator);
}
