namespace Relais.Matching.Instances;

/// <summary>Reads a folder of kind <c>shifts</c>: meta.json, volunteers.csv, availability.csv, shifts.csv.</summary>
public static class ShiftFolder
{
    private const int MostMinutes = 10_000_000;
    private const int MostCost = 1_000_000;
    private const int MostPenalty = 200_000;
    private const double Radian = Math.PI / 180;
    private static readonly string[] MustBeHeld = ["REA", "URG", "BLOC"];

    /// <summary>Reads and checks everything; linear in the size of the files.</summary>
    /// <exception cref="BadInstanceException">A file is missing or says something impossible.</exception>
    public static ShiftInstance Read(string folder)
    {
        var meta = MetaFile.Read(folder);
        if (meta.Kind != "shifts")
        {
            throw MetaFile.Bad($"kind is {meta.Kind}; shifts was expected");
        }

        var rules = new PlanningRules(
            meta.Whole("rest_min", 0, MostMinutes), meta.Text("window", "calendar") == "sliding7", meta.Whole("fatigue_step", 0, MostCost),
            meta.Whole("km_cost", 0, MostCost), meta.Whole("skill_gap_cost", 0, MostCost), meta.Whole("load_cost", 0, MostCost), meta.Whole("days", 1, 3660));
        var (professions, skills) = (new NameTable(), new NameTable());
        var volunteers = Volunteers(folder, rules, meta.Whole("week_cap_min", 0, MostMinutes), professions, skills);
        volunteers = Availability.Read(Path.Combine(folder, "availability.csv"), volunteers);
        var shifts = Shifts(folder, rules, meta, professions, skills);
        return new ShiftInstance(rules, volunteers, shifts, Substitutes(meta, professions));
    }

    private static VolunteerColumns Volunteers(string folder, PlanningRules rules, int cap, NameTable professions, NameTable skills)
    {
        var rows = new CsvRows(Path.Combine(folder, "volunteers.csv"), "id", "profession", "skills", "lat", "lon", "max_km", "load", "max_shifts", "worked_min_by_week");
        var (profession, held, latitude, longitude) = (new List<int>(), new List<ulong>(), new List<double>(), new List<double>());
        var (reach, load, most, left) = (new List<int>(), new List<int>(), new List<int>(), new List<int>());
        while (rows.Next())
        {
            rows.ExpectId(0, profession.Count);
            profession.Add(professions.Number(rows.Text(1)));
            held.Add(SkillBits(rows, rows.Text(2), skills));
            latitude.Add(rows.Number(3, -90, 90) * Radian);
            longitude.Add(rows.Number(4, -180, 180) * Radian);
            reach.Add(rows.Whole(5, 0, 100_000));
            load.Add(rows.Whole(6, 0, MostCost));
            most.Add(rows.Whole(7, 0, 100_000));
            ReadCaps(rows, rules, cap, left);
        }

        return new VolunteerColumns([.. profession], [.. held], [.. latitude], [.. longitude], [.. reach], [.. load], [.. most], [.. left], [], [], []);
    }

    private static ulong SkillBits(CsvRows rows, ReadOnlySpan<byte> joined, NameTable skills)
    {
        var bits = 0UL;
        foreach (var part in joined.Split((byte)'|'))
        {
            var number = skills.Number(joined[part]);
            bits |= number < 64 ? 1UL << number : throw rows.Bad("there are more than 64 different skills");
        }

        return bits;
    }

    private static void ReadCaps(CsvRows rows, PlanningRules rules, int cap, List<int> left)
    {
        var text = rows.Text(8);
        var first = left.Count;
        foreach (var part in text.Split((byte)'|'))
        {
            left.Add(cap - rows.Whole(text[part], 8, 0, MostMinutes));
        }

        if (left.Count - first != rules.Weeks)
        {
            throw rows.Bad(FormattableString.Invariant($"worked_min_by_week has {left.Count - first} weeks; {rules.Weeks} were expected"));
        }

        for (var week = first; rules.IsSliding && week < left.Count; week++)
        {
            left[first] = Math.Min(left[first], left[week]);
        }

        for (var week = first; rules.IsSliding && week < left.Count; week++)
        {
            left[week] = left[first];
        }
    }

    private static ShiftColumns Shifts(string folder, PlanningRules rules, MetaFile meta, NameTable professions, NameTable skills)
    {
        var rows = new CsvRows(Path.Combine(folder, "shifts.csv"), "id", "profession", "skill", "lat", "lon", "start_min", "end_min", "demand", "urgency", "vulnerability");
        var open = meta.List("open_skill").ToHashSet();
        var unit = meta.Whole("unfilled_unit", 0, 200_000) / 100;
        var (profession, must, wish, latitude, longitude) = (new List<int>(), new List<ulong>(), new List<ulong>(), new List<double>(), new List<double>());
        var (start, end, demand, penalty) = (new List<int>(), new List<int>(), new List<int>(), new List<int>());
        while (rows.Next())
        {
            rows.ExpectId(0, profession.Count);
            profession.Add(professions.Number(rows.Text(1)));
            var skill = rows.Name(2);
            var bit = open.Contains(skill) ? 0 : SkillBits(rows, rows.Text(2), skills);
            must.Add(MustBeHeld.Contains(skill) ? bit : 0);
            wish.Add(MustBeHeld.Contains(skill) ? 0 : bit);
            latitude.Add(rows.Number(3, -90, 90) * Radian);
            longitude.Add(rows.Number(4, -180, 180) * Radian);
            start.Add(rows.Whole(5, 0, (rules.Weeks * PlanningRules.Week) - 1));
            end.Add(rows.Whole(6, start[^1] + 1, MostMinutes));
            demand.Add(rows.Whole(7, 0, 10_000));
            penalty.Add(unit * rows.Whole(8, 0, 100) * (100 + rows.Whole(9, 0, 1_000)));
            if (penalty[^1] > MostPenalty)
            {
                throw rows.Bad(FormattableString.Invariant($"an open post would cost {penalty[^1]}; at most {MostPenalty} is possible"));
            }
        }

        return new ShiftColumns([.. profession], [.. must], [.. wish], [.. latitude], [.. longitude], [.. start], [.. end], [.. demand], [.. penalty]);
    }

    private static Substitution[][] Substitutes(MetaFile meta, NameTable professions)
    {
        var known = meta.Entries("subst").ToDictionary(entry => entry.Name, entry => entry.Value);
        var most = professions.Count;
        return [.. Enumerable.Range(0, most).Select(need => known.TryGetValue(professions[need], out var others)
            ? [new Substitution(need, 0), .. others.EnumerateObject()
                .Where(other => professions.Find(other.Name) is >= 0 and var number && number != need)
                .Select(other => new Substitution(professions.Number(other.Name), other.Value.GetInt32()))]
            : new[] { new Substitution(need, 0) })];
    }
}
