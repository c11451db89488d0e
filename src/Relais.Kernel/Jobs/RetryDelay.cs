namespace Relais.Kernel.Jobs;

/// <summary>
/// How long to wait after a failure: twice as long each time up to a ceiling, and somewhat at random so that what failed
/// together does not come back together.
/// </summary>
/// <param name="First">The wait after the first failure, before chance.</param>
/// <param name="Ceiling">The longest wait, before chance.</param>
internal sealed record RetryDelay(TimeSpan First, TimeSpan Ceiling)
{
    /// <param name="attempt">How many times it has been tried, 1 or more.</param>
    /// <returns>Between three quarters of the wait and the whole of it.</returns>
    public TimeSpan After(int attempt)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(attempt, 1);
        var wait = Math.Min(First.TotalSeconds * Math.Pow(2, Math.Min(attempt - 1, 40)), Ceiling.TotalSeconds);
        return TimeSpan.FromSeconds(wait * (0.75 + (Random.Shared.NextDouble() / 4)));
    }
}
