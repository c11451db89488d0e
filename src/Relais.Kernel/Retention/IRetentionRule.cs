namespace Relais.Kernel.Retention;

/// <summary>
/// What a room no longer keeps after a while. The duration is a dated rule of kind <c>retention</c>; the room says what
/// goes and what stays as an obligation without a name.
/// </summary>
public interface IRetentionRule
{
    /// <summary>The key of the dated rule that gives the duration in days.</summary>
    string Key { get; }

    /// <summary>Removes or anonymises what ended before the instant.</summary>
    /// <returns>How many records were concerned.</returns>
    Task<int> ApplyAsync(DateTimeOffset endedBefore, CancellationToken cancellation);
}
