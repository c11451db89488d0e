using Relais.Kernel.Rules;

namespace Relais.Reinforcement.Series;

/// <summary>How long a series may be and how its dates follow each other: dated rules of kind <c>need-series</c>.</summary>
/// <param name="MostDates">Dates of one series, those left out included.</param>
/// <param name="LeadDays">How long before it begins a date is published, unless the manager says otherwise.</param>
/// <param name="Between">The least time between two publications.</param>
internal sealed record SeriesLimits(int MostDates, int LeadDays, TimeSpan Between)
{
    private const string Kind = "need-series";

    public static async Task<SeriesLimits> OfAsync(DatedRules rules, DateOnly today, CancellationToken cancellation) => new(
        await rules.GetAsync<int>(Kind, "most-dates", today, cancellation),
        await rules.GetAsync<int>(Kind, "lead-days", today, cancellation),
        TimeSpan.FromMinutes(await rules.GetAsync<int>(Kind, "minutes-between", today, cancellation)));
}
