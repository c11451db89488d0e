using Relais.Accounts.Contracts;
using Relais.Design.Navigation;
using Relais.Kernel.Wording;

namespace Relais.Territory.Differences;

/// <summary>To the differences with the register, while some wait.</summary>
internal sealed class DifferenceDoor(ICurrentUser user, DifferenceDesk desk, Words t) : IDoors
{
    private const int Order = 45;

    public async Task<IReadOnlyList<Door>> ForAsync(CancellationToken cancellation) =>
        DifferenceDesk.Deciders.Any(user.Has) && await desk.CountOpenAsync(cancellation) is > 0 and var waiting
            ? [new Door(t["Écarts avec le FINESS"], t.Count(waiting, "{0} établissement diffère du registre.", "{0} établissements diffèrent du registre."), DifferencesModel.Address, Order)]
            : [];
}
