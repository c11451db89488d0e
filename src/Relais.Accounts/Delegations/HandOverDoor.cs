using Relais.Accounts.Rights;
using Relais.Design.Navigation;
using Relais.Kernel.Wording;

namespace Relais.Accounts.Delegations;

/// <summary>To what was handed over, on the first page of both; nothing while there is nothing.</summary>
internal sealed class HandOverDoor(CurrentUser user, HandOvers handOvers, ScopeNames names, Words t) : IDoors
{
    private const int Order = 46;

    public async Task<IReadOnlyList<Door>> ForAsync(CancellationToken cancellation)
    {
        if (!user.IsSignedIn)
        {
            return [];
        }

        var doors = new List<Door>();
        foreach (var one in await handOvers.OpenAsync(user.Account, cancellation))
        {
            var isMine = one.AccountId == user.Account;
            var other = await handOvers.NameAsync(isMine ? one.ColleagueId : one.AccountId, cancellation);
            doors.Add(new Door(
                $"{names.NameOf(one.Role)}\u00a0: {await names.NameOfAsync(one.Scope, cancellation)}",
                (isMine, one.AcceptedAt) switch
                {
                    (true, null) => t["Vous passez la main à {0}, qui n’a pas encore répondu.", other],
                    (true, _) => t["Confiée à {0} jusqu’au {1:d}.", other, one.EndsAt],
                    (false, null) => t["{0} vous passe la main : à vous d’accepter.", other],
                    _ => t["Confiée par {0} jusqu’au {1:d}.", other, one.EndsAt],
                },
                HandOverModel.Address,
                Order)
            {
                IsPressing = !isMine && one.AcceptedAt is null,
            });
        }

        return doors;
    }
}
