using System.Globalization;

namespace Relais.Bench.Planning;

/// <summary>Fourteen days of shifts of invented establishments, and the volunteers around them. The proportions are those published of spring 2020.</summary>
internal sealed class InventedShifts(Preset preset, Draws draws)
{
    private const int Days = 14;

    /// <summary>Share of the volunteers, share of the needs, skills.</summary>
    private static readonly (string Code, double Volunteers, double Needs, string[] Skills)[] Professions =
    [
        ("AS", .180, .355, ["GEN", "GER", "REA", "PAL", "URG"]), ("IDE", .175, .420, ["GEN", "GER", "REA", "PAL", "URG"]),
        ("MED", .080, .035, ["MG", "URG", "REA", "GER", "PAL", "TEL"]), ("IADE", .010, .020, ["REA"]), ("IBODE", .010, .008, ["BLOC"]),
        ("ETUIDE", .130, .000, ["GEN"]), ("INTERNE", .030, .000, ["MG", "URG"]), ("ASH", .090, .070, ["GEN"]), ("KINE", .050, .010, ["GEN"]),
        ("PHARM", .030, .010, ["GEN"]), ("PPH", .020, .010, ["GEN"]), ("MANIP", .020, .012, ["GEN"]), ("BRANC", .020, .015, ["GEN"]),
        ("AMBU", .020, .012, ["GEN"]), ("ARM", .005, .008, ["GEN"]), ("SF", .020, .005, ["GEN"]), ("PSY", .050, .010, ["GEN"]), ("AUTRE", .060, .000, ["GEN"]),
    ];

    /// <summary>Minute of the day, length, share: morning, afternoon, night, twelve hours, twelve of the night, office hours.</summary>
    private static readonly (int Start, int Length, double Share)[] Kinds =
        [(405, 450, .28), (825, 450, .22), (1260, 600, .12), (420, 720, .18), (1140, 720, .12), (540, 480, .08)];

    private readonly IReadOnlyList<Place> _places = preset.IsFrance ? Place.France : Place.Brittany;
    private readonly double[] _weights = Draws.Cumulated((preset.IsFrance ? Place.France : Place.Brittany).Select(place => place.Thousands));
    private readonly int[] _posts = preset.IsScarce ? [1, 2, 3, 4] : [1, 1, 2, 3];
    private readonly double _spread = preset.IsFrance ? 22 : 7;

    public void Write(string folder)
    {
        var window = preset.IsSliding ? "sliding7" : "calendar";
        File.WriteAllText(Path.Combine(folder, "meta.json"), $$"""
            {"kind":"shifts","name":"{{preset.Name}}","rest_min":{{preset.RestMinutes}},"window":"{{window}}","week_cap_min":2880,"km_cost":1,"skill_gap_cost":25,"load_cost":4,"fatigue_step":12,
            "unfilled_unit":1000,"days":{{Days}},"open_skill":["GEN","MG","TEL"],
            "subst":{"IDE":{"IADE":20,"IBODE":20},"AS":{"ETUIDE":10,"IDE":30},"MED":{"INTERNE":40},"ASH":{"AS":20,"ETUIDE":15,"AUTRE":30},"PPH":{"PHARM":25},"BRANC":{"AUTRE":20} } }
            """);
        var (volunteers, availability) = Volunteers();
        CsvFile.Write(Path.Combine(folder, "volunteers.csv"), "id,profession,skills,lat,lon,max_km,load,max_shifts,worked_min_by_week", volunteers);
        CsvFile.Write(Path.Combine(folder, "availability.csv"), "volunteer,start_min,end_min", availability);
        CsvFile.Write(Path.Combine(folder, "shifts.csv"), "id,site,profession,skill,lat,lon,start_min,end_min,demand,urgency,vulnerability", Shifts());
    }

    private (List<string> Volunteers, List<string> Availability) Volunteers()
    {
        var (volunteers, availability) = (new List<string>(), new List<string>());
        var shares = Draws.Cumulated(Professions.Select(profession => profession.Volunteers));
        for (var volunteer = 0; volunteer < preset.Volunteers; volunteer++)
        {
            var (code, _, _, skills) = Professions[draws.Weighted(shares)];
            var held = skills.Where((_, at) => at is 0 || draws.Chance(.22)).Order(StringComparer.Ordinal).ToList();
            var (latitude, longitude) = draws.Around(_places, _weights, _spread);
            var (reach, load) = (Reach(), draws.Chance(.6) ? 0 : draws.Whole(1, 6));
            var worked = Enumerable.Range(0, Days / 7).Select(_ => draws.Chance(.7) ? 0 : 30 * draws.Whole(10, 70)).ToList();
            volunteers.Add(Line($"{volunteer},{code},{string.Join('|', held)},{latitude},{longitude},{reach},{load},{draws.One([2, 3, 4, 5, 6, 8, 10])},{string.Join('|', worked)}"));
            availability.AddRange(Free().Select(free => Line($"{volunteer},{free.Start},{free.End}")));
        }

        return (volunteers, availability);
    }

    private int Reach()
    {
        var mobile = draws.Next();
        var kilometres = mobile < .88 ? draws.One([10, 15, 20, 20, 30, 30, 40, 50]) : mobile < .97 ? draws.One([80, 120]) : 300;
        return preset.IsFrance ? kilometres : Math.Min(kilometres, 120);
    }

    /// <summary>Half of them at any hour until the next morning, a third by day, the others by night; what touches is joined.</summary>
    private List<(int Start, int End)> Free()
    {
        var (kind, free) = (draws.Next(), new List<(int Start, int End)>());
        for (var day = 0; day < Days; day++)
        {
            if (!draws.Chance((preset.IsScarce ? .30 : .36) * (day % 7 >= 5 ? 1.15 : 1)))
            {
                continue;
            }

            var (start, end) = kind < .50 ? (0, 1920) : kind < .85 ? (360, 1320) : (1080, 1920);
            (start, end) = ((day * 1440) + start, (day * 1440) + end);
            if (free is [.., var last] && start <= last.End)
            {
                free[^1] = (last.Start, Math.Max(last.End, end));
            }
            else
            {
                free.Add((start, end));
            }
        }

        return free;
    }

    private List<string> Shifts()
    {
        var sites = Enumerable.Range(0, Math.Max(8, (int)(preset.Shifts * .15)))
            .Select(_ => (At: draws.Around(_places, _weights, _spread * .6), Vulnerability: draws.Whole(0, 100), Size: draws.One([1, 1, 2, 4]))).ToList();
        var sizes = Draws.Cumulated(sites.Select(site => (double)site.Size));
        var (needs, kinds) = (Draws.Cumulated(Professions.Select(profession => profession.Needs)), Draws.Cumulated(Kinds.Select(kind => kind.Share)));
        var lines = new List<string>();
        for (var shift = 0; shift < preset.Shifts; shift++)
        {
            var site = draws.Weighted(sizes);
            var (code, _, _, skills) = Professions[draws.Weighted(needs)];
            var kind = Kinds[draws.Weighted(kinds)];
            kind = code is "MED" && draws.Chance(.5) ? Kinds[^1] : kind;
            var skill = draws.Chance(.45) ? skills[0] : draws.One(skills);
            var start = (draws.Whole(0, Days - 1) * 1440) + kind.Start;
            var urgency = draws.Next() switch { < .35 => 1, < .70 => 2, < .92 => 3, _ => 4 };
            var posts = draws.One(_posts);
            lines.Add(Line($"{shift},{site},{code},{skill},{sites[site].At.Latitude},{sites[site].At.Longitude},{start},{start + kind.Length},{posts},{urgency},{sites[site].Vulnerability}"));
        }

        return lines;
    }

    private static string Line(FormattableString line) => line.ToString(CultureInfo.InvariantCulture);
}
