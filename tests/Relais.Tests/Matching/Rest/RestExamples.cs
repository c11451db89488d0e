using System.Globalization;
using Relais.Matching.Rest;

namespace Relais.Tests.Matching.Rest;

/// <summary>Shifts written as people write them: "2025-03-10 07:00", on the clocks of a place.</summary>
internal static class RestExamples
{
    public static readonly TimeZoneInfo Paris = TimeZoneInfo.FindSystemTimeZoneById("Europe/Paris");
    public static readonly TimeZoneInfo Noumea = TimeZoneInfo.FindSystemTimeZoneById("Pacific/Noumea");
    public static readonly RestCheck Law = new(WorkingTimeRules.ReadEmbedded());

    public static Duty Shift(string start, string end, TimeZoneInfo? zone = null, int breakMinutes = 0)
    {
        var when = new Interval(At(start, zone), At(end, zone));
        return new Duty(Guid.CreateVersion7(), when, (int)when.Length.TotalMinutes - breakMinutes);
    }

    public static DateTimeOffset At(string local, TimeZoneInfo? zone = null)
    {
        var clock = DateTime.ParseExact(local, "yyyy-MM-dd HH:mm", CultureInfo.InvariantCulture);
        return new DateTimeOffset(clock, (zone ?? Paris).GetUtcOffset(clock)).ToUniversalTime();
    }

    public static RestVerdict Ask(Regime regime, Duty asked, IEnumerable<Duty> held, TimeZoneInfo? zone = null, bool known = true, RestCheck? law = null) =>
        (law ?? Law).Judge(new RestQuestion
        {
            Regime = regime,
            Asked = asked,
            Held = [.. held],
            Zone = zone ?? Paris,
            KnownEmployerShifts = known,
        });
}
