using Relais.Accounts.Contracts;
using Relais.Design.Navigation;
using Relais.Kernel.Wording;
using Relais.Reinforcement.Board;

namespace Relais.Reinforcement.Doors;

/// <summary>To what is not filled where a coordinator answers for it.</summary>
internal sealed class OpenNeedDoors(ICurrentUser user, OpenNeeds needs, Words t) : IDoors
{
    private const int Order = 30;

    public async Task<IReadOnlyList<Door>> ForAsync(CancellationToken cancellation)
    {
        if (!user.Has(Role.Coordinator) && !user.Has(Role.NationalCrisisCentre))
        {
            return [];
        }

        var open = (await needs.ListAsync(cancellation)).Count;
        return
        [
            new Door(
                t["Besoins ouverts"],
                open > 0 ? t.Count(open, "{0} besoin n’est pas encore pourvu.", "{0} besoins ne sont pas encore pourvus.") : t["Tout est pourvu."],
                "/besoins",
                Order),
        ];
    }
}
