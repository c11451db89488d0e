using System.Security.Claims;
using Microsoft.EntityFrameworkCore;
using Relais.Accounts.Contracts;
using Relais.Kernel.Data;

namespace Relais.Accounts.Rights;

/// <summary>Roles are read at each request: one given or ended a second ago counts.</summary>
internal sealed class CurrentUser(RelaisDb db, Coverage coverage, TimeProvider clock) : ICurrentUser
{
    public const string PersonClaim = "person";

    private AccountId? _account;
    private PersonId? _person;

    public bool IsSignedIn => _account is not null;

    public AccountId Account => _account ?? throw new InvalidOperationException("Nobody is signed in");

    public PersonId Person => _person ?? throw new InvalidOperationException("Nobody is signed in");

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

    internal async Task LoadAsync(ClaimsPrincipal principal, CancellationToken cancellation)
    {
        if (Guid.TryParse(principal.FindFirstValue(ClaimTypes.NameIdentifier), out var account)
            && Guid.TryParse(principal.FindFirstValue(PersonClaim), out var person))
        {
            (_account, _person) = (new AccountId(account), new PersonId(person));
            var now = clock.GetUtcNow();
            var held = await db.Set<HeldRole>().AsNoTracking()
                .Where(role => role.AccountId == _account && role.ValidFrom <= now && (role.ValidTo == null || now < role.ValidTo))
                .ToListAsync(cancellation);
            Roles = [.. held.Select(role => role.ToAssignment())];
        }
    }
}
