using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Relais.Accounts.Passkeys;

namespace Relais.Accounts.SignIn;

/// <summary>Lets the framework check what an authenticator signs against our own table. It reads; what it says is written by who asked it.</summary>
internal sealed partial class AccountStore : IUserPasskeyStore<Account>
{
    public async Task<IList<UserPasskeyInfo>> GetPasskeysAsync(Account user, CancellationToken cancellationToken) =>
        (await db.Set<Passkey>().AsNoTracking().Where(passkey => passkey.AccountId == user.Id).ToListAsync(cancellationToken)).ConvertAll(passkey => passkey.ToInfo());

    public async Task<Account?> FindByPasskeyIdAsync(byte[] credentialId, CancellationToken cancellationToken)
    {
        var credential = Passkey.Encode(credentialId);
        var owners = db.Set<Passkey>().Where(passkey => passkey.CredentialId == credential).Select(passkey => passkey.AccountId);
        return await db.Set<Account>().SingleOrDefaultAsync(account => owners.Contains(account.Id) && account.ClosedAt == null, cancellationToken);
    }

    public async Task<UserPasskeyInfo?> FindPasskeyAsync(Account user, byte[] credentialId, CancellationToken cancellationToken)
    {
        var credential = Passkey.Encode(credentialId);
        return (await db.Set<Passkey>().AsNoTracking().SingleOrDefaultAsync(passkey => passkey.AccountId == user.Id && passkey.CredentialId == credential, cancellationToken))?.ToInfo();
    }

    public Task AddOrUpdatePasskeyAsync(Account user, UserPasskeyInfo passkey, CancellationToken cancellationToken) =>
        throw new NotSupportedException("A passkey is written in the transaction that answers its challenge");

    public Task RemovePasskeyAsync(Account user, byte[] credentialId, CancellationToken cancellationToken) =>
        throw new NotSupportedException("A passkey is removed by its owner, on the page that lists them");
}
