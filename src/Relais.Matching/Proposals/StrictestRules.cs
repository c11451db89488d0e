using Relais.Matching.Rest;

namespace Relais.Matching.Proposals;

/// <summary>
/// One rest and one weekly cap for people under several laws: the strictest, so that a plan made under them is never refused for
/// what the laws have in common. What one law alone asks is judged on the finished plan.
/// </summary>
/// <param name="RestMinutes">0 where no law asks for rest.</param>
/// <param name="WeekMinutes">Those of seven days where no law caps them.</param>
public readonly record struct StrictestRules(int RestMinutes, int WeekMinutes)
{
    private const int SevenDays = 7 * 24 * 60;

    /// <summary>Of these regimes, on that day.</summary>
    public static StrictestRules Of(WorkingTimeRules rules, IEnumerable<Regime> regimes, DateOnly day)
    {
        ArgumentNullException.ThrowIfNull(rules);
        ArgumentNullException.ThrowIfNull(regimes);
        var inForce = regimes.Distinct().SelectMany(regime => rules.InForce(regime, day)).ToList();
        return new StrictestRules(
            inForce.OfType<DailyRest>().Select(rule => rule.Minutes).DefaultIfEmpty(0).Max(),
            inForce.OfType<CalendarWeekCap>().Select(rule => rule.Minutes)
                .Concat(inForce.OfType<SlidingCap>().Where(rule => rule.Days <= 7).Select(rule => rule.Minutes))
                .DefaultIfEmpty(SevenDays).Min());
    }
}
