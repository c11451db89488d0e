using System.Globalization;
using System.Text.Json;
using Relais.Matching.Instances;

namespace Relais.Matching.Proposals;

/// <summary>
/// Writes an input as an instance of kind <c>shifts</c>, the files that <c>relais plan</c> reads and anybody can check. Who may be
/// asked is a fact here, not a rule of the files: each person has a profession of their own, each shift asks for one that nobody
/// has, and <c>subst</c> lists who may stand in and at what price.
/// </summary>
internal static class ProposalFolder
{
    private const string AnySkill = "-";
    private const int Anywhere = 100_000;

    /// <summary>The names of the files, in the order in which people read them.</summary>
    public static IReadOnlyList<string> Names { get; } = ["meta.json", "volunteers.csv", "availability.csv", "shifts.csv"];

    public static void Write(ProposalInput input, string folder)
    {
        var minutes = input.Shifts.Select(shift => (Start: Minute(shift.When.Start, Math.Floor), End: Minute(shift.When.End, Math.Ceiling))).ToArray();
        var weeks = (minutes.Max(shift => shift.Start) / PlanningRules.Week) + 1;
        var longest = minutes.Max(shift => shift.End - shift.Start);
        var cap = Math.Max(input.WeekMinutes, longest);
        var left = Left(input, minutes, weeks);

        File.WriteAllBytes(Path.Combine(folder, Names[0]), Meta(input, cap, weeks));
        Write(Names[1], "id,profession,skills,lat,lon,max_km,load,max_shifts,worked_min_by_week", input.People.Select((person, rank) => Line(
            $"{rank},{Person(rank)},{AnySkill},{person.Home.Latitude:0.#####},{person.Home.Longitude:0.#####},{Anywhere},{person.Load},{person.MostShifts},{string.Join('|', left[rank].Select(free => cap - free))}")));
        Write(Names[2], "volunteer,start_min,end_min", input.People.Select((_, rank) => Line($"{rank},0,{minutes.Max(shift => shift.End)}")));
        Write(Names[3], "id,site,profession,skill,lat,lon,start_min,end_min,demand,urgency,vulnerability", input.Shifts.Select((shift, rank) => Line(
            $"{rank},{shift.Site},{Shift(rank)},{AnySkill},{shift.Place.Latitude:0.#####},{shift.Place.Longitude:0.#####},{minutes[rank].Start},{minutes[rank].End},{shift.Posts},{shift.Urgency},{shift.Vulnerability}")));

        int Minute(DateTimeOffset instant, Func<double, double> round) => (int)round((instant - input.Origin).TotalMinutes);

        void Write(string name, string header, IEnumerable<string> lines) => File.WriteAllText(Path.Combine(folder, name), new PlanText(header, lines).ToString());
    }

    private static byte[] Meta(ProposalInput input, int cap, int weeks)
    {
        using var stream = new MemoryStream();
        using (var json = new Utf8JsonWriter(stream, new JsonWriterOptions { Indented = true, NewLine = "\n" }))
        {
            json.WriteStartObject();
            json.WriteString("kind", "shifts");
            json.WriteString("name", "region-plan");
            json.WriteString("origin", input.Origin);
            foreach (var (name, value) in new[]
            {
                ("seed", 0), ("days", weeks * 7), ("rest_min", input.RestMinutes), ("week_cap_min", cap), ("fatigue_step", input.Costs.Fatigue), ("km_cost", 1),
                ("skill_gap_cost", 0), ("load_cost", input.Costs.Load), ("unfilled_unit", input.Costs.OpenPost),
            })
            {
                json.WriteNumber(name, value);
            }

            json.WriteStartArray("open_skill");
            json.WriteStringValue(AnySkill);
            json.WriteEndArray();
            json.WriteStartObject("subst");
            foreach (var shift in input.Chances.OrderBy(chance => chance.Shift).ThenBy(chance => chance.Person).GroupBy(chance => chance.Shift))
            {
                json.WriteStartObject(Shift(shift.Key));
                foreach (var chance in shift)
                {
                    json.WriteNumber(Person(chance.Person), chance.Penalty);
                }

                json.WriteEndObject();
            }

            json.WriteEndObject();
            json.WriteEndObject();
        }

        return stream.ToArray();
    }

    /// <summary>
    /// Minutes that each person may still be given by week: the cap less what is held, yet never less than one shift that the
    /// rules allow by itself, for they count breaks and windows that these files do not have.
    /// </summary>
    private static int[][] Left(ProposalInput input, (int Start, int End)[] minutes, int weeks)
    {
        var left = input.People.Select(person => Enumerable.Range(0, weeks).Select(week => input.WeekMinutes - HeldIn(person, week)).ToArray()).ToArray();
        foreach (var chance in input.Chances)
        {
            var (start, end) = minutes[chance.Shift];
            ref var free = ref left[chance.Person][start / PlanningRules.Week];
            free = Math.Max(free, end - start);
        }

        return [.. left.Select(person => person.Select(free => Math.Max(0, free)).ToArray())];

        int HeldIn(PlannedPerson person, int week)
        {
            var window = new Rest.Interval(input.Origin.AddDays(7 * week), input.Origin.AddDays(7 * (week + 1)));
            return (int)Math.Ceiling(person.Held.Sum(duty => duty.WorkIn(window).TotalMinutes));
        }
    }

    private static string Person(int rank) => Line($"p{rank}");

    private static string Shift(int rank) => Line($"s{rank}");

    private static string Line(FormattableString line) => line.ToString(CultureInfo.InvariantCulture);
}
