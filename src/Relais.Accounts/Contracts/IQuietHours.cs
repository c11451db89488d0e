namespace Relais.Accounts.Contracts;

/// <summary>Who chose not to be disturbed now, for whoever is about to ask many people at once.</summary>
public interface IQuietHours
{
    /// <param name="people">Those who might be asked.</param>
    /// <param name="now">When.</param>
    /// <param name="isUrgent">It cannot wait for the morning: whoever accepts to be disturbed then is left out.</param>
    /// <param name="cancellation">Stops it.</param>
    /// <returns>Until when, on the clocks of where each lives; who may be asked now is absent.</returns>
    Task<IReadOnlyDictionary<PersonId, DateTimeOffset>> EndAsync(
        IReadOnlyCollection<PersonId> people, DateTimeOffset now, bool isUrgent, CancellationToken cancellation);
}
