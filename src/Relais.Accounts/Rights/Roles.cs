using Microsoft.EntityFrameworkCore;
using Relais.Accounts.Contracts;
using Relais.Accounts.Delegations;
using Relais.Accounts.SignIn;
using Relais.Kernel.Data;
using Relais.Kernel.Journal;

namespace Relais.Accounts.Rights;

internal sealed class Roles(RelaisDb db, CurrentUser user, DelegationEnding delegations, JournalWriter journal, TimeProvider clock) : IRoles
{
    public async Task GiveAsync(AccountId account, Role role, Scope scope, string reason, CancellationToken cancellation, DateTimeOffset? until = null)
    {
        if (!role.CanBeHeldOver(scope))
        {
            throw new ArgumentException($"{role} is never held over {scope}", nameof(scope));
        }

        if (await db.Set<HeldRole>().AnyAsync(
            held => held.AccountId == account && held.Role == role && held.Scope == scope && held.ValidTo == null, cancellation))
        {
            return;
        }

        var given = new HeldRole
        {
            AccountId = account,
            Role = role,
            Scope = scope,
            ValidFrom = clock.GetUtcNow(),
            ValidTo = until,
            GivenBy = user.IsSignedIn ? user.Account : null,
            GivenReason = reason,
        };
        db.Add(given);
        journal.Record("role.given", "account", account.Value, $"{role} {scope}");
    }

    public async Task<bool> EndAsync(Guid assignment, string reason, CancellationToken cancellation)
    {
        var now = clock.GetUtcNow();
        if (await db.Set<HeldRole>().SingleOrDefaultAsync(held => held.Id == assignment && (held.ValidTo == null || held.ValidTo > now), cancellation) is not { } held)
        {
            return false;
        }

        held.ValidTo = now > held.ValidFrom ? now : held.ValidFrom;
        held.EndedBy = user.IsSignedIn ? user.Account : null;
        held.EndedReason = reason;
        await delegations.RoleEndedAsync(held, reason, cancellation);
        journal.Record("role.ended", "account", held.AccountId.Value, $"{held.Role} {held.Scope}");
        return true;
    }

    public async Task<IReadOnlyList<RoleAssignment>> OfAsync(AccountId account, CancellationToken cancellation)
    {
        var held = await InForce().Where(role => role.AccountId == account).OrderBy(role => role.Id).ToListAsync(cancellation);
        return held.ConvertAll(role => role.ToAssignment());
    }

    public async Task<IReadOnlyList<PersonId>> PeopleAsync(Role role, IReadOnlyCollection<Scope> scopes, CancellationToken cancellation) =>
        await InForce().Where(held => held.Role == role && scopes.Contains(held.Scope))
            .Join(db.Set<Account>(), held => held.AccountId, account => account.Id, (held, account) => account.PersonId)
            .Distinct().OrderBy(person => person).ToListAsync(cancellation);

    private IQueryable<HeldRole> InForce()
    {
        var now = clock.GetUtcNow();
        return db.Set<HeldRole>().AsNoTracking().Where(role => role.ValidFrom <= now && (role.ValidTo == null || now < role.ValidTo));
    }
}
