using Relais.Kernel.Demonstration;

namespace Relais.Accounts.Contracts;

/// <summary>Invents the people whose sign-ins the demonstration prints, each with an address, the one password and a token.</summary>
public interface IDemonstrationCast
{
    /// <param name="run">Draws the token, and keeps the sign-in to be printed.</param>
    /// <param name="name">What the sign-in is called; its address begins so.</param>
    /// <param name="person">First name, last name.</param>
    /// <param name="role">What the person may do.</param>
    /// <param name="scope">Where; oneself when not given.</param>
    /// <param name="cancellation">Gives up.</param>
    Task<PersonId> InventAsync(
        DemonstrationRun run, string name, (string FirstName, string LastName) person, Role role, Scope? scope, CancellationToken cancellation);

    /// <summary>Somebody invented before, by the name of the sign-in.</summary>
    Task<PersonId> FindAsync(string name, CancellationToken cancellation);
}
