namespace Relais.Accounts.Contracts;

/// <summary>How an installation that nobody administers yet gets its first administrator.</summary>
public interface IFirstAdministrator
{
    /// <returns>The address at which the first administrator makes their account, once; nothing when there is one already.</returns>
    Task<OneTimeLink?> InviteAsync(CancellationToken cancellation);

    /// <summary>Whether somebody used the link here: real people follow.</summary>
    Task<bool> HasComeAsync(CancellationToken cancellation);

    /// <summary>Whether the database holds the accounts of the demonstration, whose password everybody knows.</summary>
    Task<bool> HoldsDemonstrationAsync(CancellationToken cancellation);
}

public sealed record OneTimeLink(Uri Address, DateTimeOffset ExpiresAt);
