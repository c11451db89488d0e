using Relais.Accounts.Contracts;

namespace Relais.Missions;

/// <summary>What the pages and papers of this room show of people.</summary>
internal static class MissionsReadings
{
    public static FileReading Presence { get; } = new("mission.presence_read", "Votre nom, votre venue et vos heures", Role.FacilityManager);

    public static FileReading Owed { get; } = new("mission.owed_read", "Votre nom et ce qui vous est dû", Role.FacilityManager);

    public static FileReading Complaint { get; } = new(
        "complaint.read", "Votre réclamation et la somme dont elle parle", Role.FacilityManager, Role.Coordinator, Role.NationalCrisisCentre);
}
