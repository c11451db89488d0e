using System.Text.Json.Serialization;

namespace Relais.Matching.Rest;

/// <summary>What the law calls night, on the clocks of the place; dated like every rule.</summary>
public sealed record NightHours
{
    /// <summary>When night falls.</summary>
    public required TimeOnly From { get; init; }

    /// <summary>When it ends, the next morning.</summary>
    public required TimeOnly To { get; init; }

    /// <summary>Elapsed minutes in the night from which a shift is a night shift.</summary>
    public required int AtLeastMinutes { get; init; }

    /// <summary>First day of the row.</summary>
    [JsonIgnore]
    public DateOnly ValidFrom { get; init; } = DateOnly.MinValue;

    /// <summary>First day after it; null while it is in force.</summary>
    [JsonIgnore]
    public DateOnly? ValidTo { get; init; }

    /// <summary>The text that says so.</summary>
    [JsonIgnore]
    public string Article { get; init; } = "";

    /// <summary>Whether the shift is a night shift in the place: one of its nights holds enough of it.</summary>
    public bool Covers(Interval shift, TimeZoneInfo zone)
    {
        var last = PlaceTime.DayOf(shift.End, zone);
        for (var evening = PlaceTime.DayOf(shift.Start, zone).AddDays(-1); evening <= last; evening = evening.AddDays(1))
        {
            var night = new Interval(
                PlaceTime.InstantOf(evening.ToDateTime(From), zone),
                PlaceTime.InstantOf(evening.AddDays(1).ToDateTime(To), zone));
            if (shift.SharedWith(night).TotalMinutes >= AtLeastMinutes)
            {
                return true;
            }
        }

        return false;
    }
}
