using Relais.Accounts.Contracts;
using Relais.Design.Navigation;
using Relais.Kernel.Wording;
using Relais.Replies.Unclear;

namespace Relais.Replies.Doors;

/// <summary>To the replies that wait for somebody to read them.</summary>
internal sealed class ReplyDoors(ICurrentUser user, RepliesToRead replies, Words t) : IDoors
{
    private const int Order = 31;

    public async Task<IReadOnlyList<Door>> ForAsync(CancellationToken cancellation) =>
        (user.Has(Role.Coordinator) || user.Has(Role.NationalCrisisCentre)) && await replies.CountAsync(cancellation) is > 0 and var count
            ? [new Door(t["Réponses par SMS"], t.Count(count, "{0} réponse attend d’être lue.", "{0} réponses attendent d’être lues."), "/reponses-sms", Order) { IsPressing = true }]
            : [];
}
