using Relais.Accounts.Contracts;
using Relais.Design.Files;
using Relais.Design.Navigation;
using Relais.Kernel.Wording;

namespace Relais.Accounts.Verifications;

/// <summary>To what waits for a decision where the person may decide.</summary>
internal sealed class VerificationDoor(ICurrentUser user, VerificationQueue queue, Words t) : IDoors
{
    private const int Order = 40;

    public async Task<IReadOnlyList<Door>> ForAsync(CancellationToken cancellation)
    {
        if (!VerificationQueue.Deciders.Any(user.Has))
        {
            return [];
        }

        var (_, waiting) = await queue.ListAsync(kind: null, new PageRows(0, 1), cancellation);
        return
        [
            new Door(
                t["Vérifications"],
                waiting > 0 ? t.Count(waiting, "{0} demande attend une décision.", "{0} demandes attendent une décision.") : t["Rien à décider."],
                "/verifications",
                Order),
        ];
    }
}
