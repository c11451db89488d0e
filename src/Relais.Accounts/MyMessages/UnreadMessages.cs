using Relais.Accounts.Contracts;
using Relais.Design.Navigation;
using Relais.Kernel.Messages;

namespace Relais.Accounts.MyMessages;

/// <summary>How many messages wait to be read, beside their entry of the navigation.</summary>
internal sealed class UnreadMessages(ICurrentUser user, Inbox inbox) : INavigationCount
{
    public string Url => "/mes-messages";

    public async ValueTask<int> CountAsync(CancellationToken cancellation) =>
        user.IsSignedIn ? await inbox.CountUnreadAsync(user.Person.Value, cancellation) : 0;
}
