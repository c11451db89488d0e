namespace Relais.Matching.Instances;

/// <summary>Reads a folder of kind <c>waves</c>: meta.json, cells.csv, flights.csv, caps.csv, volunteers.csv.</summary>
public static class WaveFolder
{
    private const int Most = 1_000_000;
    private const int MostLoad = 1_000;

    /// <summary>Reads and checks everything; linear in the size of the files and in the number of pairs.</summary>
    /// <exception cref="BadInstanceException">A file is missing or says something impossible.</exception>
    public static WaveInstance Read(string folder)
    {
        var meta = MetaFile.Read(folder);
        var professions = new NameTable();
        var territories = new NameTable();
        var (flights, seats) = Flights(folder);
        var (caps, capSizes) = Caps(folder, professions);
        var cells = WaveCells.Read(folder, meta, professions, territories, flights);
        var pairs = new WavePairs(meta, cells, professions);
        var rows = new CsvRows(
            Path.Combine(folder, "volunteers.csv"), "id", "establishment", "profession", "icu", "waves", "territories", "load", "preference");
        var (group, load) = (new List<int>(), new List<int>());
        while (rows.Next())
        {
            rows.ExpectId(0, group.Count);
            var profession = professions.Number(rows.Text(2));
            group.Add(caps.TryGetValue((rows.Whole(1, 0, Most), profession), out var cap) ? cap
                : throw rows.Bad($"caps.csv has no cap for establishment {rows.Name(1)}, profession {rows.Name(2)}"));
            load.Add(rows.Whole(6, 0, MostLoad));
            pairs.Add(rows, profession, load[^1], territories);
        }

        return new WaveInstance
        {
            Group = [.. group], Load = [.. load], GroupCap = capSizes, Demand = [.. cells.Demand], Penalty = [.. cells.Penalty], Flight = [.. cells.Flight], Seats = seats,
            PairBegin = [.. pairs.Begin], PairCell = [.. pairs.Cell], PairCost = [.. pairs.Cost],
        };
    }

    private static (Dictionary<(int Wave, string Route), int> Rows, int[] Seats) Flights(string folder)
    {
        var rows = new CsvRows(Path.Combine(folder, "flights.csv"), "wave", "route", "seats");
        var (found, seats) = (new Dictionary<(int, string), int>(), new List<int>());
        while (rows.Next())
        {
            if (!found.TryAdd((rows.Whole(0, 0, 30_000), rows.Name(1)), seats.Count))
            {
                throw rows.Bad("this wave and route already have a line");
            }

            seats.Add(rows.Whole(2, 0, Most));
        }

        return (found, [.. seats]);
    }

    private static (Dictionary<(int Establishment, int Profession), int> Rows, int[] Caps) Caps(string folder, NameTable professions)
    {
        var rows = new CsvRows(Path.Combine(folder, "caps.csv"), "establishment", "profession", "cap");
        var (found, caps) = (new Dictionary<(int, int), int>(), new List<int>());
        while (rows.Next())
        {
            if (!found.TryAdd((rows.Whole(0, 0, Most), professions.Number(rows.Text(1))), caps.Count))
            {
                throw rows.Bad("this establishment and profession already have a line");
            }

            caps.Add(rows.Whole(2, 0, Most));
        }

        return (found, [.. caps]);
    }
}
