namespace Relais.Accounts.Contracts;

/// <summary>What somebody is for Relais; always held within a <see cref="Scope"/>.</summary>
public enum Role
{
    Volunteer,
    FacilityManager,
    Coordinator,
    Planner,
    NationalCrisisCentre,
    Psychologist,
    ElectedOfficial,
    Administrator,
}
