namespace Relais.Volunteers.Contracts;

public enum VolunteerStatus
{
    Student,
    Active,
    Retired,

    /// <summary>Has practised, does not now: between two posts, on leave, another trade.</summary>
    Other,
}
