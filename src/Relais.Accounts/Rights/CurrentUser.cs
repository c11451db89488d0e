using System.Security.Claims;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Relais.Accounts.Contracts;
using Relais.Accounts.Sessions;
using Relais.Accounts.SignIn;
using Relais.Kernel.Data;

namespace Relais.Accounts.Rights;

/// <summary>Roles are read at each request: one given or ended a second ago counts.</summary>
internal sealed class CurrentUser(RelaisDb db, Coverage coverage, SessionUse use, TimeProvider clock) : ICurrentUser
{
    private AccountId? _account;
    private PersonId? _person;

    public bool IsSignedIn => _account is not null;

    public AccountId Account => _account ?? throw new InvalidOperationException("Nobody is signed in");

    public PersonId Person => _person ?? throw new InvalidOperationException("Nobody is signed in");

    /// <summary>The browser that asks; nothing for a program.</summary>
    public Guid? Session { get; private set; }

    public IReadOnlyList<RoleAssignment> Roles { get; private set; } = [];

    public bool Has(Role role) => Roles.Any(held => held.Role == role);

    public IReadOnlyList<Scope> ScopesOf(params IReadOnlyList<Role> roles) =>
        [.. Roles.Where(held => roles.Contains(held.Role)).Select(held => held.Scope).Distinct()];

    public async ValueTask<bool> MayAsync(Resource resource, CancellationToken cancellation, params IReadOnlyList<Role> roles)
    {
        foreach (var scope in ScopesOf(roles))
        {
            if (await coverage.CoversAsync(scope, resource, cancellation))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>Oneself is whoever the account is today.</summary>
    private static RoleAssignment Own(RoleAssignment role, PersonId person) => role.Scope is Scope.Self ? role with { Scope = new Scope.Self(person) } : role;

    /// <summary>
    /// Believes the passport only while the account and the session are open and the stamp is the same: signing out, here
    /// or from elsewhere, is immediate. A cookie that names no session is older than sessions, and opens nothing.
    /// </summary>
    internal async Task LoadAsync(ClaimsPrincipal principal, CancellationToken cancellation)
    {
        if (Passport.Read(principal) is not { } passport
            || (passport.Session is null && principal.Identity?.AuthenticationType == IdentityConstants.ApplicationScheme))
        {
            return;
        }

        var now = clock.GetUtcNow();
        var known = await db.Set<Account>().AsNoTracking()
            .Where(account => account.Id == passport.Account && account.SecurityStamp == passport.Stamp && account.ClosedAt == null)
            .Select(account => new
            {
                account.PersonId,
                Roles = db.Set<HeldRole>()
                    .Where(role => role.AccountId == account.Id && role.ValidFrom <= now && (role.ValidTo == null || now < role.ValidTo))
                    .ToList(),
                SeenAt = db.Set<Session>().Where(session => session.Id == passport.Session && session.AccountId == account.Id && session.ClosedAt == null)
                    .Select(session => (DateTimeOffset?)session.SeenAt).FirstOrDefault(),
            })
            .SingleOrDefaultAsync(cancellation);

        if (known is null || (passport.Session is not null && known.SeenAt is null))
        {
            return;
        }

        // Of a passport made before two dossiers became one, the account holds and the person may not.
        (_account, _person, Session) = (passport.Account, known.PersonId, passport.Session);
        Roles = known.Roles.ConvertAll(role => Own(role.ToAssignment(), known.PersonId));
        if (known.SeenAt is { } seenAt)
        {
            await use.NoteAsync(passport.Session!.Value, seenAt, cancellation);
        }
    }
}
