namespace Relais.Reinforcement.Series;

/// <summary>
/// When each date of a series is published: so many days before it begins, the nearest first, and never two in the same
/// moment. The weekly limits of people are shared by all dates: the nearest must find them whole.
/// </summary>
internal static class PublicationTimes
{
    /// <param name="starts">When each date begins, in order.</param>
    /// <param name="lead">How long before.</param>
    /// <param name="between">The least time between two publications.</param>
    /// <param name="now">Nothing is published before.</param>
    /// <returns>One instant for each, in the same order.</returns>
    public static IEnumerable<DateTimeOffset> Of(IEnumerable<DateTimeOffset> starts, TimeSpan lead, TimeSpan between, DateTimeOffset now)
    {
        var free = now;
        foreach (var start in starts)
        {
            var at = start - lead > free ? start - lead : free;
            yield return at;
            free = at + between;
        }
    }
}
