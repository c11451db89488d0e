namespace Relais.Accessibility.Files;

/// <summary>What a file of travel times counts in.</summary>
public enum TimeUnit
{
    Minutes,

    /// <summary>As distance engines give them; divided by 60 and not rounded.</summary>
    Seconds,
}

internal static class TimeUnits
{
    public static double ToMinutes(this TimeUnit unit, double value) => unit is TimeUnit.Seconds ? value / 60 : value;
}
