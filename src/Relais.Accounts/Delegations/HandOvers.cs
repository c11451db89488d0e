using Microsoft.EntityFrameworkCore;
using Relais.Accounts.Contracts;
using Relais.Accounts.Rights;
using Relais.Accounts.SignIn;
using Relais.Kernel.Data;

namespace Relais.Accounts.Delegations;

/// <param name="Function">The role and where, in words.</param>
/// <param name="Giver">Who hands over.</param>
/// <param name="UnderWay">What is open there now.</param>
internal sealed record HandOverLine(Delegation Delegation, string Function, string Giver, string Colleague, IReadOnlyList<WorkUnderWay> UnderWay);

/// <summary>Reads the hand-overs that are open: those of an account, on either side.</summary>
internal sealed class HandOvers(RelaisDb db, IPeople people, ScopeNames names, IEnumerable<IWorkUnderWay> rooms, TimeProvider clock)
{
    public async Task<IReadOnlyList<HandOverLine>> OfAsync(AccountId account, CancellationToken cancellation)
    {
        var lines = new List<HandOverLine>();
        foreach (var delegation in await OpenAsync(account, cancellation))
        {
            lines.Add(new HandOverLine(
                delegation,
                $"{names.NameOf(delegation.Role)}\u00a0: {await names.NameOfAsync(delegation.Scope, cancellation)}",
                await NameAsync(delegation.AccountId, cancellation),
                await NameAsync(delegation.ColleagueId, cancellation),
                await UnderWayAsync(delegation, cancellation)));
        }

        return lines;
    }

    public async Task<IReadOnlyList<Delegation>> OpenAsync(AccountId account, CancellationToken cancellation)
    {
        var now = clock.GetUtcNow();
        return await db.Set<Delegation>().AsNoTracking()
            .Where(one => (one.AccountId == account || one.ColleagueId == account) && one.ClosedAt == null && one.EndsAt > now)
            .OrderBy(one => one.StartsAt).ThenBy(one => one.Id).ToListAsync(cancellation);
    }

    public async Task<string> NameAsync(AccountId account, CancellationToken cancellation)
    {
        var person = await db.Set<Account>().Where(one => one.Id == account).Select(one => one.PersonId).SingleAsync(cancellation);
        return (await people.FindAsync(person, cancellation))?.FullName ?? "";
    }

    private async Task<IReadOnlyList<WorkUnderWay>> UnderWayAsync(Delegation delegation, CancellationToken cancellation)
    {
        var work = new List<WorkUnderWay>();
        foreach (var room in rooms)
        {
            work.AddRange(await room.OfAsync(delegation.Role, delegation.Scope, cancellation));
        }

        return work;
    }
}
