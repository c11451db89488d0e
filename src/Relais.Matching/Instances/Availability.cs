namespace Relais.Matching.Instances;

/// <summary>Reads when volunteers are free: intervals that never overlap; those that touch stay two.</summary>
internal static class Availability
{
    public static VolunteerColumns Read(string path, VolunteerColumns volunteers)
    {
        var rows = new CsvRows(path, "volunteer", "start_min", "end_min");
        var count = volunteers.Profession.Length;
        var (who, from, to, line) = (new List<int>(), new List<int>(), new List<int>(), new List<int>());
        while (rows.Next())
        {
            var volunteer = rows.Whole(0, int.MinValue, int.MaxValue);
            who.Add(volunteer >= 0 && volunteer < count ? volunteer : throw rows.Bad(FormattableString.Invariant($"there is no volunteer {volunteer}")));
            from.Add(rows.Whole(1, -10_000_000, 10_000_000));
            to.Add(rows.Whole(2, -10_000_000, 10_000_000));
            line.Add(rows.Line);
            if (to[^1] <= from[^1])
            {
                throw rows.Bad("the end must be after the start");
            }
        }

        var begin = new int[count + 1];
        foreach (var volunteer in who)
        {
            begin[volunteer + 1]++;
        }

        for (var volunteer = 0; volunteer < count; volunteer++)
        {
            begin[volunteer + 1] += begin[volunteer];
        }

        var (start, end, at) = (new int[who.Count], new int[who.Count], begin.AsSpan(0, count).ToArray());
        for (var row = 0; row < who.Count; row++)
        {
            Insert(row, who[row]);
        }

        return volunteers with { FreeBegin = begin, FreeStart = start, FreeEnd = end };

        void Insert(int row, int volunteer)
        {
            var place = at[volunteer]++;
            for (; place > begin[volunteer] && start[place - 1] > from[row]; place--)
            {
                (start[place], end[place]) = (start[place - 1], end[place - 1]);
            }

            (start[place], end[place]) = (from[row], to[row]);
            if ((place > begin[volunteer] && end[place - 1] > from[row]) || (place + 1 < at[volunteer] && start[place + 1] < to[row]))
            {
                throw rows.Bad(line[row], FormattableString.Invariant($"this overlaps another interval of volunteer {volunteer}"));
            }
        }
    }
}
