using Microsoft.EntityFrameworkCore;
using Relais.Accounts.Contracts;
using Relais.Accounts.Demonstration;
using Relais.Accounts.People;
using Relais.Accounts.Rights;
using Relais.Kernel.Data;
using Relais.Kernel.Journal;
using Relais.Kernel.Links;

namespace Relais.Accounts.Installing;

internal enum InvitationState
{
    Open,

    /// <summary>Somebody administers the installation already.</summary>
    Used,
    Expired,
    Invalid,
}

/// <summary>The link says that its holder reads what the server prints; the database says that nobody came before.</summary>
internal sealed class FirstAdministrators(
    RelaisDb db, IPeople people, IAccounts accounts, IRoles roles, TestMessages tests, SignedLinks links, PublicAddress site, JournalWriter journal, TimeProvider clock)
    : IFirstAdministrator
{
    private static readonly LinkPurpose Purpose = new("accounts.first_administrator");
    private static readonly TimeSpan WorksFor = TimeSpan.FromHours(1);

    public async Task<OneTimeLink?> InviteAsync(CancellationToken cancellation)
    {
        if (await IsThereAsync(cancellation))
        {
            return null;
        }

        var expires = clock.GetUtcNow() + WorksFor;
        return new OneTimeLink(site.Of($"/premier-administrateur/{await links.CreateAsync(Purpose, Guid.CreateVersion7(), expires, cancellation)}"), expires);
    }

    public Task<bool> HasComeAsync(CancellationToken cancellation) => db.Set<FirstAdministrator>().AnyAsync(cancellation);

    public Task<bool> HoldsDemonstrationAsync(CancellationToken cancellation) => db.Set<ContactAddress>()
        .AnyAsync(address => address.VerifiedAt != null && address.Value.EndsWith(DemonstrationCast.Domain), cancellation);

    public async Task<InvitationState> ReadAsync(string token, CancellationToken cancellation) => (await links.ReadAsync(Purpose, token, cancellation)).State switch
    {
        LinkState.Invalid => InvitationState.Invalid,
        _ when await IsThereAsync(cancellation) => InvitationState.Used,
        LinkState.Expired => InvitationState.Expired,
        _ => InvitationState.Open,
    };

    /// <returns>The account, or nothing when somebody else was first.</returns>
    /// <exception cref="ArgumentException">The password is one that is refused: ask <see cref="SignIn.PasswordRules"/> before.</exception>
    public async Task<AccountId?> MakeAsync(NewPerson person, ContactPoint address, string password, CancellationToken cancellation)
    {
        try
        {
            return await db.InTransactionAsync(() => AddAsync(person, address, password, cancellation), cancellation);
        }
        catch (DbUpdateException refusal) when (refusal.RefusedBy("first_administrator_pkey", "first_administrator.id"))
        {
            db.ChangeTracker.Clear();
            return null;
        }
    }

    private async Task<AccountId?> AddAsync(NewPerson person, ContactPoint address, string password, CancellationToken cancellation)
    {
        if (await IsThereAsync(cancellation))
        {
            return null;
        }

        var id = people.Create(person);
        await people.AddAddressAsync(id, address, cancellation);
        tests.Send(id, db.Set<ContactAddress>().Local.Single(known => known.PersonId == id).Id);
        var account = await accounts.OpenAsync(id, cancellation);
        if (await accounts.SetPasswordAsync(account, password, cancellation) is { } refusal)
        {
            throw new ArgumentException(refusal, nameof(password));
        }

        await roles.GiveAsync(account, Role.Administrator, Scope.National, "Première mise en service", cancellation);
        db.Add(new FirstAdministrator { AccountId = account, CreatedAt = clock.GetUtcNow() });
        journal.Record("installation.first_administrator", "account", account.Value);
        return account;
    }

    /// <summary>Also where the role was given before this table was there, and where its holder left: then another way in is needed.</summary>
    private async Task<bool> IsThereAsync(CancellationToken cancellation) =>
        await HasComeAsync(cancellation) || await db.Set<HeldRole>().AnyAsync(held => held.Role == Role.Administrator, cancellation);
}
