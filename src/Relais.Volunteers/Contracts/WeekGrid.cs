using System.Globalization;
using System.Text.Json.Serialization;

namespace Relais.Volunteers.Contracts;

/// <summary>The hours of a usual week in which a person can be asked, on the clocks of where the person lives: 7 × 24, Monday first.</summary>
[JsonConverter(typeof(WeekGridJson))]
public sealed class WeekGrid : IEquatable<WeekGrid>
{
    public const int DaysInWeek = 7;
    public const int HoursInDay = 24;

    private const int DigitsOfDay = 6;
    private const int WholeDay = 0xFFFFFF;

    private readonly int[] _days;

    private WeekGrid(int[] days) => _days = days;

    public static WeekGrid Empty { get; } = new(new int[DaysInWeek]);

    public static WeekGrid Full { get; } = new([.. Enumerable.Repeat(WholeDay, DaysInWeek)]);

    public bool IsEmpty => Array.TrueForAll(_days, hours => hours is 0);

    /// <param name="day">0 for Monday to 6 for Sunday.</param>
    /// <param name="hour">0 to 23: the hour that begins then.</param>
    public bool this[int day, int hour] => ((_days[day] >> hour) & 1) is 1;

    /// <summary>The hours of a day, the bit 0 for the hour that begins at midnight.</summary>
    public int HoursOf(int day) => _days[day];

    /// <summary>The same week with more hours; those past midnight belong to the next day, Sunday's to Monday.</summary>
    public WeekGrid With(int day, int fromHour, int hours)
    {
        var days = (int[])_days.Clone();
        for (var hour = fromHour; hour < fromHour + hours; hour++)
        {
            days[(day + (hour / HoursInDay)) % DaysInWeek] |= 1 << (hour % HoursInDay);
        }

        return new WeekGrid(days);
    }

    /// <summary>Whether every one of these hours is in the grid.</summary>
    public bool Covers(int day, int fromHour, int hours)
    {
        for (var hour = fromHour; hour < fromHour + hours; hour++)
        {
            if (!this[(day + (hour / HoursInDay)) % DaysInWeek, hour % HoursInDay])
            {
                return false;
            }
        }

        return true;
    }

    /// <summary>42 hexadecimal digits, six a day from Monday.</summary>
    public override string ToString() => string.Concat(_days.Select(hours => hours.ToString("x6", CultureInfo.InvariantCulture)));

    /// <summary>Reads what <see cref="ToString"/> wrote; nothing for any other text.</summary>
    public static WeekGrid? Parse(string? text)
    {
        if (text is not { Length: DaysInWeek * DigitsOfDay })
        {
            return null;
        }

        var days = new int[DaysInWeek];
        for (var day = 0; day < DaysInWeek; day++)
        {
            if (!int.TryParse(text.AsSpan(day * DigitsOfDay, DigitsOfDay), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out days[day]))
            {
                return null;
            }
        }

        return new WeekGrid(days);
    }

    public bool Equals(WeekGrid? other) => other is not null && _days.AsSpan().SequenceEqual(other._days);

    public override bool Equals(object? obj) => Equals(obj as WeekGrid);

    public override int GetHashCode() => HashCode.Combine(_days[0], _days[1], _days[2], _days[3], _days[4], _days[5], _days[6]);
}
