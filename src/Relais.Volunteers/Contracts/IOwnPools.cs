using Relais.Accounts.Contracts;
using Relais.Kernel.Identifiers;

namespace Relais.Volunteers.Contracts;

/// <summary>The people whom an establishment knows and asks before the territory.</summary>
public interface IOwnPools
{
    /// <summary>Those who agreed to be asked first by this establishment and have a dossier.</summary>
    Task<IReadOnlySet<PersonId>> AgreedAsync(Finess finess, CancellationToken cancellation);
}
