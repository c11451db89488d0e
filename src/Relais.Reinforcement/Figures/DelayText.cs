using Relais.Kernel.Wording;

namespace Relais.Reinforcement.Figures;

/// <summary>A delay as long as people feel it.</summary>
internal static class DelayText
{
    /// <summary>« 45 min », « 3 h 20 », « 4 jours »; a dash where nobody said yes.</summary>
    public static string Say(TimeSpan? delay, Words t) => delay switch
    {
        null => "–",
        { TotalMinutes: < 60 } minutes => t["{0} min", (int)minutes.TotalMinutes],
        { TotalHours: < 48 } hours => t["{0} h {1:00}", (int)hours.TotalHours, hours.Minutes],
        var days => t["{0} jours", (int)days.Value.TotalDays],
    };
}
