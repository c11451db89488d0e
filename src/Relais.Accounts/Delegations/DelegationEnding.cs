using Microsoft.EntityFrameworkCore;
using Relais.Accounts.Contracts;
using Relais.Accounts.Rights;
using Relais.Kernel.Data;
using Relais.Kernel.Journal;

namespace Relais.Accounts.Delegations;

/// <summary>Ends hand-overs before their time, with the right that they gave. Joins the caller's unit of work.</summary>
internal sealed class DelegationEnding(RelaisDb db, CurrentUser user, JournalWriter journal, TimeProvider clock)
{
    public async Task EndAsync(Delegation delegation, string reason, CancellationToken cancellation)
    {
        var now = clock.GetUtcNow();
        if (delegation.ClosedAt is not null)
        {
            return;
        }

        (delegation.ClosedAt, delegation.ClosedBy) = (now, user.IsSignedIn ? user.Account : null);
        if (await db.Set<HeldRole>().SingleOrDefaultAsync(role => role.DelegationId == delegation.Id && role.ValidTo > now, cancellation) is { } given)
        {
            given.ValidTo = now > given.ValidFrom ? now : given.ValidFrom;
            (given.EndedBy, given.EndedReason) = (delegation.ClosedBy, reason);
        }

        journal.Record("role.delegation_ended", "account", delegation.ColleagueId.Value, $"{delegation.Role} {delegation.Scope} from={delegation.AccountId}");
    }

    /// <summary>Nobody delegates more than they hold: what hangs on a role that ends, ends with it.</summary>
    public async Task RoleEndedAsync(HeldRole ended, string reason, CancellationToken cancellation)
    {
        var hanging = await db.Set<Delegation>()
            .Where(one => one.ClosedAt == null
                && (one.Id == ended.DelegationId || (ended.DelegationId == null && one.AccountId == ended.AccountId && one.Role == ended.Role && one.Scope == ended.Scope)))
            .ToListAsync(cancellation);
        foreach (var delegation in hanging)
        {
            await EndAsync(delegation, reason, cancellation);
        }
    }

    /// <summary>Those of an account, on either side.</summary>
    public async Task EndAllAsync(AccountId account, string reason, CancellationToken cancellation)
    {
        foreach (var delegation in await db.Set<Delegation>().Where(one => one.ClosedAt == null && (one.AccountId == account || one.ColleagueId == account)).ToListAsync(cancellation))
        {
            await EndAsync(delegation, reason, cancellation);
        }
    }
}
