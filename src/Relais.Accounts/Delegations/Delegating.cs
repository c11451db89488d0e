using System.Linq.Expressions;
using Microsoft.EntityFrameworkCore;
using Relais.Accounts.Contracts;
using Relais.Accounts.People;
using Relais.Accounts.Rights;
using Relais.Accounts.SignIn;
using Relais.Kernel.Data;
using Relais.Kernel.Journal;
using Relais.Kernel.Messages;
using Relais.Kernel.Wording;

namespace Relais.Accounts.Delegations;

/// <param name="Held">The role of one's own that is handed over.</param>
/// <param name="Colleague">Where the colleague is written to.</param>
internal sealed record HandOver(Guid Held, ContactPoint Colleague, DateTimeOffset StartsAt, DateTimeOffset EndsAt, string Note);

/// <summary>Handing over, accepting, declining and taking back. The colleague decides; the right ends by itself at the hour said.</summary>
internal sealed class Delegating(
    RelaisDb db, CurrentUser user, DelegationEnding ending, Outbox outbox, JournalWriter journal, Words t, TimeProvider clock)
{
    public const string OnceConstraint = "delegation_once";

    public async Task<DelegationAnswer> AskAsync(HandOver wish, CancellationToken cancellation)
    {
        try
        {
            return await db.InTransactionAsync(() => AskOnceAsync(wish, cancellation), cancellation);
        }
        catch (DbUpdateException exception) when (exception.RefusedBy(OnceConstraint, "delegation.account_id, delegation.role, delegation.scope"))
        {
            db.ChangeTracker.Clear();
            return new DelegationAnswer.Refused("Form.Held", t["Cette fonction est déjà confiée à quelqu’un : reprenez-la d’abord"]);
        }
    }

    public Task<DelegationAnswer> AcceptAsync(Guid id, CancellationToken cancellation) => db.InTransactionAsync(
        async () =>
        {
            var now = clock.GetUtcNow();
            if (await FindAsync(id, delegation => delegation.ColleagueId == user.Account, cancellation) is not { AcceptedAt: null } asked || !asked.IsOpenAt(now))
            {
                return DelegationAnswer.Unknown;
            }

            if (!await HoldsAsync(asked.AccountId, asked, now, cancellation))
            {
                return new DelegationAnswer.Refused("", t["La personne qui vous la confiait n’a plus cette fonction"]);
            }

            // Two taps at once: the first takes it.
            if (await db.Set<Delegation>().Where(one => one.Id == id && one.AcceptedAt == null && one.ClosedAt == null)
                .ExecuteUpdateAsync(set => set.SetProperty(one => one.AcceptedAt, now), cancellation) is 0)
            {
                return DelegationAnswer.Unknown;
            }

            if (!await HoldsAsync(asked.ColleagueId, asked, now, cancellation))
            {
                db.Add(new HeldRole
                {
                    AccountId = asked.ColleagueId,
                    Role = asked.Role,
                    Scope = asked.Scope,
                    ValidFrom = asked.StartsAt > now ? asked.StartsAt : now,
                    ValidTo = asked.EndsAt,
                    GivenBy = asked.AccountId,
                    GivenReason = "",
                    DelegationId = asked.Id,
                });
            }

            journal.Record("role.delegated", "account", asked.ColleagueId.Value, $"{asked.Role} {asked.Scope} from={asked.AccountId}");
            return DelegationAnswer.Done;
        },
        cancellation);

    /// <summary>By either side: who hands over takes back, the colleague declines or gives back.</summary>
    public Task<DelegationAnswer> EndAsync(Guid id, CancellationToken cancellation) => db.InTransactionAsync(
        async () =>
        {
            if (await FindAsync(id, delegation => delegation.ColleagueId == user.Account || delegation.AccountId == user.Account, cancellation) is not { ClosedAt: null } open)
            {
                return DelegationAnswer.Unknown;
            }

            await ending.EndAsync(open, "", cancellation);
            return DelegationAnswer.Done;
        },
        cancellation);

    private async Task<DelegationAnswer> AskOnceAsync(HandOver wish, CancellationToken cancellation)
    {
        var now = clock.GetUtcNow();
        var held = await db.Set<HeldRole>().AsNoTracking()
            .SingleOrDefaultAsync(role => role.Id == wish.Held && role.AccountId == user.Account && role.ValidFrom <= now && (role.ValidTo == null || now < role.ValidTo), cancellation);
        var starts = wish.StartsAt > now ? wish.StartsAt : now;
        if (Refusal(held, starts, wish.EndsAt, now) is { } refused)
        {
            return refused;
        }

        if (await ColleagueAsync(wish.Colleague, cancellation) is not { } colleague)
        {
            return new DelegationAnswer.Refused("Form.Colleague", t["Aucun collègue n’a cette adresse : un administrateur peut lui donner un rôle"]);
        }

        // One that is over stands in nobody's way.
        await db.Set<Delegation>().Where(one => one.AccountId == user.Account && one.ClosedAt == null && one.EndsAt <= now)
            .ExecuteUpdateAsync(set => set.SetProperty(one => one.ClosedAt, one => one.EndsAt), cancellation);
        var delegation = new Delegation
        {
            AccountId = user.Account,
            ColleagueId = colleague.Id,
            Role = held!.Role,
            Scope = held.Scope,
            StartsAt = starts,
            EndsAt = wish.EndsAt,
            Note = wish.Note,
            AskedAt = now,
        };
        db.Add(delegation);
        outbox.Add(colleague.PersonId.Value, new DelegationAsked(delegation.Id));
        journal.Record("role.delegation_asked", "account", colleague.Id.Value, $"{held.Role} {held.Scope} from={user.Account}");
        await db.SaveChangesAsync(cancellation);
        return DelegationAnswer.Done;
    }

    private DelegationAnswer.Refused? Refusal(HeldRole? held, DateTimeOffset starts, DateTimeOffset ends, DateTimeOffset now) => held switch
    {
        null => new("Form.Held", t["Choisissez une de vos fonctions"]),
        { DelegationId: not null } => new("Form.Held", t["Cette fonction vous a été confiée : seule la personne qui la tient peut la confier"]),
        _ when !DelegationRules.Roles.Contains(held.Role) => new("Form.Held", t["Cette fonction ne se confie pas : un administrateur la donne"]),
        _ when ends <= starts => new("Form.UntilDay", t["La fin vient après le début"]),
        _ when ends > now + DelegationRules.Longest => new("Form.UntilDay", t["Trois mois au plus : au-delà, un administrateur change les rôles"]),
        _ when ends > held.ValidTo => new("Form.UntilDay", t["Vous tenez cette fonction jusqu’au {0:d} : pas au-delà", held.ValidTo!]),
        _ => null,
    };

    /// <summary>Somebody who works with Relais already: whether a volunteer has an account is told to nobody here, and an address counts once it is proved.</summary>
    private async Task<Account?> ColleagueAsync(ContactPoint address, CancellationToken cancellation)
    {
        var now = clock.GetUtcNow();
        return await db.Set<Account>().AsNoTracking()
            .Where(account => db.Set<ContactAddress>().Any(known => known.PersonId == account.PersonId && known.Kind == address.Kind && known.Value == address.Value && known.VerifiedAt != null)
                && account.Id != user.Account && account.ClosedAt == null
                && db.Set<HeldRole>().Any(role => role.AccountId == account.Id && role.Role != Role.Volunteer && role.ValidFrom <= now && (role.ValidTo == null || now < role.ValidTo)))
            .OrderBy(account => account.Id).FirstOrDefaultAsync(cancellation);
    }

    private Task<Delegation?> FindAsync(Guid id, Expression<Func<Delegation, bool>> mine, CancellationToken cancellation) =>
        db.Set<Delegation>().Where(delegation => delegation.Id == id).Where(mine).SingleOrDefaultAsync(cancellation);

    /// <summary>Holds it in their own right, until the end at least.</summary>
    private Task<bool> HoldsAsync(AccountId account, Delegation asked, DateTimeOffset now, CancellationToken cancellation) => db.Set<HeldRole>().AnyAsync(
        role => role.AccountId == account && role.Role == asked.Role && role.Scope == asked.Scope && role.DelegationId == null
            && role.ValidFrom <= now && (role.ValidTo == null || role.ValidTo >= asked.EndsAt),
        cancellation);
}
