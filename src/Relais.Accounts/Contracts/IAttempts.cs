namespace Relais.Accounts.Contracts;

/// <summary>Holds back who tries something too often. All nodes count together; what is counted is a hash, forgotten after a day.</summary>
public interface IAttempts
{
    /// <summary>Counts a try.</summary>
    /// <param name="kind">What is tried.</param>
    /// <param name="subject">Who tries: an account, an address, a network.</param>
    /// <param name="most">How many tries are let through.</param>
    /// <param name="within">In how long.</param>
    /// <param name="cancellation">Ends the count.</param>
    /// <returns>Until when further tries are refused, or nothing when this one may go on.</returns>
    Task<DateTimeOffset?> TakeAsync(string kind, string subject, int most, TimeSpan within, CancellationToken cancellation);
}
