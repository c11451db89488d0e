using System.Text.Json;
using System.Text.Json.Serialization;

namespace Relais.Volunteers.Contracts;

/// <summary>A week travels as seven lists of hours, Monday first: <c>[[8, 9, 10], [], …]</c>.</summary>
public sealed class WeekGridJson : JsonConverter<WeekGrid>
{
    public override WeekGrid Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        var days = JsonSerializer.Deserialize<int[][]>(ref reader, options);
        if (days is not { Length: WeekGrid.DaysInWeek } || days.Any(day => day is null || day.Any(hour => hour is < 0 or >= WeekGrid.HoursInDay)))
        {
            throw new JsonException("A week is seven lists of hours from 0 to 23, Monday first");
        }

        var week = WeekGrid.Empty;
        for (var day = 0; day < WeekGrid.DaysInWeek; day++)
        {
            foreach (var hour in days[day])
            {
                week = week.With(day, hour, 1);
            }
        }

        return week;
    }

    public override void Write(Utf8JsonWriter writer, WeekGrid value, JsonSerializerOptions options)
    {
        writer.WriteStartArray();
        for (var day = 0; day < WeekGrid.DaysInWeek; day++)
        {
            writer.WriteStartArray();
            for (var hour = 0; hour < WeekGrid.HoursInDay; hour++)
            {
                if (value[day, hour])
                {
                    writer.WriteNumberValue(hour);
                }
            }

            writer.WriteEndArray();
        }

        writer.WriteEndArray();
    }
}
