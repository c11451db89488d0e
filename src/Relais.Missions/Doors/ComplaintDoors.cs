using Relais.Accounts.Contracts;
using Relais.Design.Navigation;
using Relais.Kernel.Wording;
using Relais.Missions.Complaints;

namespace Relais.Missions.Doors;

/// <summary>To the complaints that wait for an answer.</summary>
internal sealed class ComplaintDoors(ICurrentUser user, ComplaintBook complaints, Words t) : IDoors
{
    private const int Order = 13;

    public async Task<IReadOnlyList<Door>> ForAsync(CancellationToken cancellation) =>
        (user.Has(Role.FacilityManager) || user.Has(Role.Coordinator) || user.Has(Role.NationalCrisisCentre)) && await complaints.CountAsync(cancellation) is > 0 and var count
            ? [new Door(t["Réclamations"], t.Count(count, "{0} réclamation attend une réponse.", "{0} réclamations attendent une réponse."), "/reclamations", Order) { IsPressing = true }]
            : [];
}
