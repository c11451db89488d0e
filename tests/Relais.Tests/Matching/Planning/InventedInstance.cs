using System.Globalization;
using System.Text;

namespace Relais.Tests.Matching.Planning;

/// <summary>A small planning instance in a folder of its own, the same for the same seed, removed with the test.</summary>
internal sealed class InventedInstance : IDisposable
{
    private static readonly string[] Professions = ["IDE", "AS", "IADE", "MED"];
    private static readonly (int Start, int Length)[] Kinds = [(405, 450), (825, 450), (1260, 600), (420, 720), (1140, 720), (540, 480)];

    public InventedInstance(int seed, int volunteers = 8, int shifts = 7, int days = 10, int cap = 2880, bool sliding = false, int most = 4, int generosity = 65)
    {
        Folder = Directory.CreateTempSubdirectory("relais-plan-").FullName;
        var random = new Random(seed);
        var window = sliding ? "sliding7" : "calendar";
        Write("meta.json", $$"""
            {"kind":"shifts","rest_min":660,"week_cap_min":{{cap}},"fatigue_step":12,"km_cost":1,"skill_gap_cost":25,"load_cost":4,"unfilled_unit":1000,
            "subst":{"IDE":{"IADE":20},"AS":{"IDE":30} },"open_skill":["GEN"],"days":{{days}},"seed":{{seed}},"window":"{{window}}"}
            """);
        Write("volunteers.csv", Volunteers(random, volunteers, days, most));
        Write("availability.csv", Availability(random, volunteers, days, generosity));
        Write("shifts.csv", Shifts(random, shifts, days));
    }

    public string Folder { get; }

    public string Path(string file) => System.IO.Path.Combine(Folder, file);

    public void Change(string file, Func<string, string> change) => Write(file, change(File.ReadAllText(Path(file))));

    public void Write(string file, string text) => File.WriteAllText(Path(file), text);

    public void Dispose() => Directory.Delete(Folder, recursive: true);

    private static string Volunteers(Random random, int count, int days, int most)
    {
        var text = new StringBuilder("id,profession,skills,lat,lon,max_km,load,max_shifts,worked_min_by_week\n");
        for (var volunteer = 0; volunteer < count; volunteer++)
        {
            var weeks = string.Join('|', Enumerable.Range(0, (days + 6) / 7).Select(_ => random.Next(3) is 0 ? random.Next(30) * 30 : 0));
            text.Append(CultureInfo.InvariantCulture, $"{volunteer},{Professions[random.Next(4)]},{(random.Next(3) is 0 ? "GEN|REA" : "GEN|GER")},{48 + random.NextDouble():0.00000},{-2 - random.NextDouble():0.00000},{random.Next(30, 130)},{random.Next(4)},{random.Next(1, most + 1)},{weeks}\n");
        }

        return text.ToString();
    }

    private static string Availability(Random random, int count, int days, int generosity)
    {
        var text = new StringBuilder("volunteer,start_min,end_min\n");
        for (var volunteer = 0; volunteer < count; volunteer++)
        {
            for (var day = 0; day < days; day++)
            {
                if (random.Next(100) < generosity)
                {
                    var end = (day * 1440) + (random.Next(2) is 0 ? 1440 : 1940);
                    text.Append(CultureInfo.InvariantCulture, $"{volunteer},{day * 1440},{end}\n");
                    day += end > (day + 1) * 1440 ? 1 : 0;
                }
            }
        }

        return text.ToString();
    }

    private static string Shifts(Random random, int count, int days)
    {
        var text = new StringBuilder("id,site,profession,skill,lat,lon,start_min,end_min,demand,urgency,vulnerability\n");
        for (var shift = 0; shift < count; shift++)
        {
            var (start, length) = Kinds[random.Next(Kinds.Length)];
            start += random.Next(days) * 1440;
            var skill = random.Next(5) switch { 0 => "REA", 1 or 2 => "GER", _ => "GEN" };
            text.Append(CultureInfo.InvariantCulture, $"{shift},0,{Professions[random.Next(2)]},{skill},{48 + random.NextDouble():0.00000},{-2 - random.NextDouble():0.00000},{start},{start + length},{random.Next(1, 3)},{random.Next(1, 5)},{random.Next(101)}\n");
        }

        return text.ToString();
    }
}
