using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Relais.Accounts.Contracts;
using Relais.Accounts.Delegations;
using Relais.Accounts.Passkeys;
using Relais.Accounts.People;
using Relais.Accounts.Rights;
using Relais.Accounts.SignIn;
using Relais.Design.Display;
using Relais.Kernel.Data;
using Relais.Kernel.Wording;

namespace Relais.Accounts.MyAccount;

internal sealed class OverviewModel(RelaisDb db, ICurrentUser user, IPeople people, KnownAccounts accounts, ScopeNames scopes, Words T) : PageModel
{
    public PersonName Name { get; private set; } = null!;

    public IReadOnlyList<PersonAddress> Addresses { get; private set; } = [];

    public ContactWishes Wishes { get; private set; } = null!;

    public bool HasPassword { get; private set; }

    public int PasskeyCount { get; private set; }

    public IReadOnlyList<string> Roles { get; private set; } = [];

    public bool MayHandOver => user.Roles.Any(held => DelegationRules.Roles.Contains(held.Role));

    public async Task OnGetAsync(CancellationToken cancellation)
    {
        Name = (await people.FindAsync(user.Person, cancellation))!;
        Addresses = await people.AddressesAsync(user.Person, cancellation);
        Wishes = await db.WishesOfAsync(user.Person, cancellation);
        HasPassword = await accounts.HasPasswordAsync(user.Account, cancellation);
        PasskeyCount = await db.Set<Passkey>().CountAsync(passkey => passkey.AccountId == user.Account, cancellation);
        var roles = new List<string>();
        foreach (var held in user.Roles)
        {
            roles.Add(await scopes.DescribeAsync(held, cancellation));
        }

        Roles = roles;
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellation)
    {
        await accounts.SignOutEverywhereAsync(user.Account, cancellation);
        await db.SaveChangesAsync(cancellation);
        Response.ClearKeptPages();
        TempData.Announce(T["Tous vos appareils sont déconnectés, celui-ci aussi."]);
        return LocalRedirect("/connexion");
    }
}
