using Relais.Missions.Complaints;
using Relais.Missions.Hours;
using Relais.Missions.Life;

namespace Relais.Missions.Owed;

/// <summary>A sum with all that is said about it on a page.</summary>
/// <param name="Name">Who is owed it.</param>
/// <param name="Facility">The name of the establishment.</param>
/// <param name="State">As it stands today, on the clocks of the place.</param>
/// <param name="Complaints">The oldest first.</param>
internal sealed record DueLine(Due Due, Mission Mission, WorkedHours Hours, string Name, string Facility, DueState State, IReadOnlyList<Complaint> Complaints)
{
    public Complaint? Waiting => Complaints.SingleOrDefault(complaint => complaint.IsWaiting);

    public bool MayBePaid => Due.Cents is not null && Due.PaidOn is null;
}
