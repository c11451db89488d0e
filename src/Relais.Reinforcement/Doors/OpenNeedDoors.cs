using Relais.Accounts.Contracts;
using Relais.Design.Navigation;
using Relais.Kernel.Wording;
using Relais.Reinforcement.Coordination;

namespace Relais.Reinforcement.Doors;

/// <summary>To what is not filled where a coordinator answers for it, or where a planner looks on.</summary>
internal sealed class OpenNeedDoors(ICurrentUser user, OpenNeeds needs, Words t) : IDoors
{
    private const int Order = 30;

    public async Task<IReadOnlyList<Door>> ForAsync(CancellationToken cancellation)
    {
        if (!user.Has(Role.Coordinator) && !user.Has(Role.NationalCrisisCentre))
        {
            return user.Has(Role.Planner)
                ? [new Door(t["Postes ouverts par jour"], t["Combien de places restent sans personne, et pourquoi."], "/besoins/jour", Order)]
                : [];
        }

        var (open, late) = await needs.CountAsync(cancellation);
        return
        [
            new Door(
                t["Besoins ouverts"],
                (late, open) switch
                {
                    ( > 0, _) => t.Count(late, "{0} besoin est en retard.", "{0} besoins sont en retard."),
                    (_, > 0) => t.Count(open, "{0} besoin n’est pas encore pourvu.", "{0} besoins ne sont pas encore pourvus."),
                    _ => t["Tout est pourvu."],
                },
                "/besoins",
                Order) { IsPressing = late > 0 },
        ];
    }
}
