using Relais.Matching.Rest;

namespace Relais.Commitments.EmployerShifts;

/// <summary>The span of which the shifts at an employer are kept.</summary>
internal sealed class CountedPeriod(RestCheck law, TimeProvider clock)
{
    private const int MonthsAhead = 13;

    /// <summary>From the oldest hour that a rule may still count to thirteen months ahead: rotas are not known further.</summary>
    public Interval Now()
    {
        var now = clock.GetUtcNow();
        var instant = new Interval(now, now.AddMinutes(1));
        var oldest = Enum.GetValues<Regime>().Min(regime => law.WindowAround(regime, instant, TimeZoneInfo.Utc).Start);
        return new Interval(oldest, now.AddMonths(MonthsAhead));
    }
}
