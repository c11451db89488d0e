using System.Diagnostics;
using System.Globalization;
using System.IO.Compression;
using System.Text;
using Relais.Cartography;
using Relais.Cartography.Cells;
using Relais.Cartography.Classes;
using Relais.Cartography.Drawing;
using Relais.Territory.Contracts;
using Relais.Territory.Reference;

namespace Relais.Bench.Maps;

/// <summary>The communes of Brittany, from the points that Relais ships: their cells, the lines of the map, then one colouring after another; and the cells of all of France.</summary>
internal sealed class MapsBenchmark : IBenchmark
{
    private const int Runs = 5;
    private static readonly string[] Brittany = ["22", "29", "35", "56"];

    public string Name => "maps";

    public string Question => "how long does a map of the 1 202 communes of Brittany take, and how heavy is it?";

    public Task RunAsync()
    {
        var (points, departments) = Points();
        var shown = points.Where(point => Brittany.Contains(departments[point.Code], StringComparer.Ordinal)).Select(point => point.Code).ToHashSet(StringComparer.Ordinal);
        var before = GC.GetTotalMemory(forceFullCollection: true);

        var (layer, cells) = Measure(() => CellLayer.Draw(points, shown));
        var (map, lines) = Measure(() => PreparedMap.Prepare(Request(layer, departments)));
        var (plain, colours) = Measure(() => map.Colour(new MapColours("Carte", "Le tableau dit la même chose.", ClassOf)));
        var (linked, links) = Measure(() => map.Colour(new MapColours("Carte", "Le tableau dit la même chose.", ClassOf) { HrefOf = code => $"/observatoire/communes/{code}", TipOf = code => $"{code} : 2,4" }));
        var kept = GC.GetTotalMemory(forceFullCollection: true) - before;
        var (france, all) = Measure(() => CellLayer.Draw(points));

        Console.WriteLine($"cells of {layer.Codes.Count} communes: {cells}");
        Console.WriteLine($"lines prepared: {lines}");
        Console.WriteLine($"coloured: {colours}, {Weight(plain)}");
        Console.WriteLine($"coloured, with a link and a name on each commune: {links}, {Weight(linked)}");
        Console.WriteLine($"kept in memory for that map: {Figures.Megabytes(kept)}");
        Console.WriteLine($"cells of {france.Codes.Count} communes of France: {all}");
        GC.KeepAlive(map);
        return Task.CompletedTask;
    }

    private static MapRequest Request(MapLayer layer, Dictionary<string, string> departments) => new(layer, layer.Codes)
    {
        Outlines = [.. Brittany.Select(department => new MapOutline([.. layer.Codes.Where(code => departments[code] == department)], IsStrong: false))],
    };

    private static (List<CommunePoint> Points, Dictionary<string, string> Departments) Points()
    {
        var france = France.Read();
        var placed = CoordinateMatching.Match(france);
        var departments = france.Communes.ToDictionary(commune => commune.Code, commune => commune.Department, StringComparer.Ordinal);
        return ([.. placed.Select(pair => new CommunePoint(pair.Key, pair.Value.Point.Latitude, pair.Value.Point.Longitude, pair.Value.Quality > CoordinateQuality.SameName, LandOf(departments[pair.Key])))], departments);
    }

    /// <summary>Enough for a measure: Corsica and each department overseas.</summary>
    private static int LandOf(string department) => department is "2A" or "2B" ? 20 : department.Length is 3 ? int.Parse(department, CultureInfo.InvariantCulture) : 0;

    private static MapClass ClassOf(string code) => (MapClass)(code[^1] % 8);

    private static (T Last, string Times) Measure<T>(Func<T> work)
    {
        var times = new List<TimeSpan>();
        var last = default(T)!;
        for (var run = 0; run < Runs; run++)
        {
            var watch = Stopwatch.StartNew();
            last = work();
            times.Add(watch.Elapsed);
        }

        return (last, $"first {Figures.Milliseconds(times[0])}, {Figures.Times(times)}");
    }

    private static string Weight(string svg)
    {
        using var packed = new MemoryStream();
        using (var gzip = new GZipStream(packed, CompressionLevel.Optimal, leaveOpen: true))
        {
            gzip.Write(Encoding.UTF8.GetBytes(svg));
        }

        return string.Create(CultureInfo.InvariantCulture, $"{Encoding.UTF8.GetByteCount(svg) / 1024} KB, {packed.Length / 1024} KB compressed");
    }
}
